from effects import calls


def addObserver(other):
    calls(other)


def startLoggingWithObserver(observer, setStdout=1):
    calls(observer)
