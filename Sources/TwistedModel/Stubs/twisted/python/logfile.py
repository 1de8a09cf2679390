"""Logs that rotate."""
import os

from effects import opens


class BaseLogFile:
    __state__ = {"name": "name", "directory": "directory"}

    def __init__(self, name, directory, defaultMode=None):
        opens(os.path.join(directory, name), "logs")

    @classmethod
    def fromFullPath(cls, filename, *args, **kwargs):
        opens(filename, "logs")


class LogFile(BaseLogFile):
    def __init__(self, name, directory, rotateLength=1000000, defaultMode=None, maxRotatedFiles=None):
        opens(os.path.join(directory, name), "logs")


class DailyLogFile(BaseLogFile):
    pass
