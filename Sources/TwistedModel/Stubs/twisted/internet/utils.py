"""Programs that are run for their output."""
from effects import opens, unknown


def getProcessOutput(executable, args=(), env={}, path=None, reactor=None, errortoo=0):
    _run(executable)
    return unknown("a deferred")


def getProcessValue(executable, args=(), env={}, path=None, reactor=None):
    _run(executable)
    return unknown("a deferred")


def getProcessOutputAndValue(executable, args=(), env={}, path=None, reactor=None, stdinBytes=None):
    _run(executable)
    return unknown("a deferred")


def _run(program):
    # A name without a folder is looked for on PATH.
    if "/" in program:
        opens(program, "reads")
