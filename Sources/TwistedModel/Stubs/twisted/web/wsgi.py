from effects import follows


class WSGIResource:
    def __init__(self, reactor, threadpool, application):
        follows(application)
