from twisted.internet.protocol import Factory


class SSHFactory(Factory):
    pass
