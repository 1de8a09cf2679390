"""Keys and certificates."""
from effects import holds, opens


class DefaultOpenSSLContextFactory:
    __state__ = {"privateKeyFileName": "privateKeyFileName", "certificateFileName": "certificateFileName"}

    def __init__(self, privateKeyFileName, certificateFileName, sslmethod=None, _contextFactory=None):
        opens(privateKeyFileName, "privateKey")
        opens(certificateFileName, "certificate")


class Certificate:
    @classmethod
    def load(Class, requestData, format=2, args=()):
        holds(requestData, "certificate")
        return Class()

    @classmethod
    def loadPEM(Class, data):
        holds(data, "certificate")
        return Class()


class PrivateCertificate(Certificate):
    @classmethod
    def load(Class, data, privateKey, format=2):
        holds(data, "certificate")
        return Class()

    @classmethod
    def loadPEM(Class, data):
        holds(data, "privateKey")
        return Class()


class KeyPair:
    @classmethod
    def load(Class, data, format=2):
        holds(data, "privateKey")
        return Class()
