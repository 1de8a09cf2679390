from effects import follows


class StandardIO:
    def __init__(self, proto, stdin=0, stdout=1, reactor=None):
        follows(proto)
