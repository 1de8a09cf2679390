"""What the machine is like is known only where the program runs."""
from effects import opens, unknown


def net_if_addrs():
    return unknown("the addresses of the machine")


def net_connections(kind="inet"):
    return unknown("the connections of the machine")


def cpu_count(logical=True):
    return unknown("the number of processors")
