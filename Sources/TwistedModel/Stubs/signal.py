"""Handlers of signals, by the numbers of Linux."""
from effects import calls, handles

SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = 1, 2, 3, 10, 12, 13, 14, 15, 17


class Signals:
    SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = 1, 2, 3, 10, 12, 13, 14, 15, 17


def signal(signalnum, handler):
    handles(signalnum, handler)
    calls(handler, signalnum, None)
