from effects import holds, unknown


def load_privatekey(type, buffer, passphrase=None):
    holds(buffer, "privateKey")
    return unknown("a private key")


def load_certificate(type, buffer):
    holds(buffer, "certificate")
    return unknown("a certificate")


def load_pkcs12(buffer, passphrase=None):
    holds(buffer, "privateKey")
    return unknown("a private key")
