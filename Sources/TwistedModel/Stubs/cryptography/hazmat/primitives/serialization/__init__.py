from effects import holds, unknown


def load_pem_private_key(data, password, backend=None):
    holds(data, "privateKey")
    return unknown("a private key")


def load_der_private_key(data, password, backend=None):
    return load_pem_private_key(data, password)


def load_ssh_private_key(data, password, backend=None):
    return load_pem_private_key(data, password)
