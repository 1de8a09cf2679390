"""twistd dns."""
from twisted.application import internet, service
from twisted.names import authority, client, dns, hosts, secondary, server
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["interface", "i", ""], ["port", "p", "53"], ["resolv-conf", None, None], ["hosts-file", None, None]]
    optFlags = [["cache", "c"], ["recursive", "r"], ["verbose", "v"]]

    def __init__(self):
        usage.Options.__init__(self)
        self.zones, self.svcs = [], []

    def opt_pyzone(self, filename):
        self.zones.append(authority.PySourceAuthority(filename))

    def opt_bindzone(self, filename):
        self.zones.append(authority.BindAuthority(filename))

    def opt_secondary(self, ip_domain):
        address, _, domain = ip_domain.partition("/")
        host, _, port = address.partition(":")
        self.svcs.append(secondary.SecondaryAuthorityService.fromServerAddressAndDomains(
            (host, int(port) if port else dns.PORT), [domain]))

    def opt_verbose(self):
        pass

    def postOptions(self):
        self["port"] = int(self["port"])


def makeService(config):
    clients = []
    if config["hosts-file"]:
        clients.append(hosts.Resolver(file=config["hosts-file"]))
    if config["resolv-conf"]:
        clients.append(client.createResolver(resolvconf=config["resolv-conf"]))
    factory = server.DNSServerFactory(config.zones, [], clients, config["verbose"])
    ret = service.MultiService()
    internet.TCPServer(config["port"], factory, interface=config["interface"]).setServiceParent(ret)
    protocol = dns.DNSDatagramProtocol(factory)
    internet.UDPServer(config["port"], protocol, interface=config["interface"]).setServiceParent(ret)
    for svc in config.svcs:
        svc.setServiceParent(ret)
    return ret
