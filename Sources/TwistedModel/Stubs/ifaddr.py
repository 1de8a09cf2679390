from effects import unknown


def get_adapters(include_unconfigured=False):
    return unknown("the network interfaces of the machine")
