from effects import listens


class RawUDPProtocol:
    def __init__(self):
        pass

    def addProto(self, num, proto):
        listens(None, "udp", num)
