"""Programs that are run: the first word of a list, or a path by itself. A line for the shell is not taken apart."""
from effects import isText, opens, unknown


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _run(args)


def call(*popenargs, timeout=None, **kwargs):
    _run(popenargs[0])
    return unknown("what a program returned")


def check_call(*popenargs, **kwargs):
    _run(popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    _run(popenargs[0])
    return unknown("what a program wrote")


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    _run(popenargs[0])
    return unknown("what a program returned")


def _run(args):
    program = args if isText(args) else args[0]
    if isText(program) and "/" in program and " " not in program:
        opens(program, "reads")
