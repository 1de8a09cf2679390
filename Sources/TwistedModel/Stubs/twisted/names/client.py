from effects import opens


class Resolver:
    def __init__(self, resolv=None, servers=None, timeout=(1, 3, 11, 45), reactor=None):
        opens(resolv, "reads")


def createResolver(servers=None, resolvconf=None, hosts=None):
    opens(resolvconf, "reads")
    opens(hosts, "reads")
    return Resolver(resolvconf, servers)
