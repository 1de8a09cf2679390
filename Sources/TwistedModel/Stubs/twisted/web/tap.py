"""twistd web."""
from effects import follows
from twisted.application import service, strports
from twisted.internet import reactor
from twisted.python import usage
from twisted.spread import pb
from twisted.web import distrib, script, server, static, wsgi


class Options(usage.Options):
    optParameters = [["logfile", "l", None], ["certificate", "c", "server.pem"], ["privkey", "k", "server.pem"]]
    optFlags = [["notracebacks", "n"], ["display-tracebacks", ""], ["personal", ""]]

    def __init__(self):
        usage.Options.__init__(self)
        self["indexes"], self["root"], self["extraHeaders"], self["ports"] = [], None, [], []
        self["port"] = self["https"] = None

    def opt_port(self, port):
        self["port"] = port

    opt_p = opt_port

    def opt_https(self, port):
        self["https"] = port

    def opt_listen(self, port):
        self["ports"].append(port)

    def opt_index(self, indexName):
        self["indexes"].append(indexName)

    opt_i = opt_index

    def opt_user(self):
        self["root"] = distrib.UserDirectory()

    opt_u = opt_user

    def opt_path(self, path):
        self["root"] = static.File(path)

    def opt_processor(self, proc):
        pass

    def opt_class(self, className):
        follows(className)

    def opt_resource_script(self, name):
        self["root"] = script.ResourceScriptWrapper(name)

    def opt_wsgi(self, name):
        self["root"] = wsgi.WSGIResource(reactor, None, name)

    def opt_mime_type(self, defaultType):
        pass

    opt_m = opt_mime_type

    def opt_allow_ignore_ext(self):
        pass

    def opt_ignore_ext(self, ext):
        pass

    def opt_add_header(self, header):
        pass

    def postOptions(self):
        if self["port"] is not None:
            self["ports"].append(self["port"])
        if self["https"] is not None:
            self["ports"].append(
                "ssl:port={}:privateKey={}:certKey={}".format(self["https"], self["privkey"], self["certificate"]))
        if len(self["ports"]) == 0:
            self["ports"].append("unix:~/.twistd-web-pb" if self["personal"] else "tcp:8080")


def makePersonalServerFactory(site):
    return pb.PBServerFactory(distrib.ResourcePublisher(site))


def makeService(config):
    s = service.MultiService()
    site = server.Site(config["root"], logPath=config["logfile"])
    if config["personal"]:
        site = makePersonalServerFactory(site)
    for port in config.get("ports", [config.get("port")]):
        strports.service(port, site).setServiceParent(s)
    return s
