from effects import unknown

AF_INET, AF_INET6, AF_LINK = 2, 10, 17


def interfaces():
    return unknown("the network interfaces of the machine")


def ifaddresses(interface):
    return unknown("the addresses of the machine")


def gateways():
    return unknown("the gateways of the machine")
