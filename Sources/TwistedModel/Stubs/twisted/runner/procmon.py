"""Processes that are kept running: their programs are the target's own."""
from effects import opens
from twisted.application.service import Service


class ProcessMonitor(Service):
    def __init__(self, reactor=None):
        pass

    def addProcess(self, name, args, uid=None, gid=None, env={}, cwd=None):
        pass
