from effects import follows


class TLSMemoryBIOFactory:
    def __init__(self, contextFactory, isClient, wrappedFactory):
        follows(wrappedFactory)
