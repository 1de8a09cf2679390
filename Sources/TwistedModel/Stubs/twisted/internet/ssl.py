"""Keys and certificates."""
from effects import opens


class DefaultOpenSSLContextFactory:
    __state__ = {"privateKeyFileName": "privateKeyFileName", "certificateFileName": "certificateFileName"}

    def __init__(self, privateKeyFileName, certificateFileName, sslmethod=None, _contextFactory=None):
        opens(privateKeyFileName, "privateKey")
        opens(certificateFileName, "certificate")
