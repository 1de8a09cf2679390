"""Logs of the standard library."""
from effects import opens


class Handler:
    pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        pass


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        opens(filename, "logs")


def basicConfig(**kwargs):
    opens(kwargs.get("filename"), "logs")
