"""twistd mail."""
from twisted.application import internet
from twisted.cred import strcred
from twisted.internet import endpoints
from twisted.mail import alias, mail, maildir, relaymanager
from twisted.python import usage


class Options(usage.Options, strcred.AuthOptionMixin):
    optParameters = [["relay", "R", None], ["hostname", "H", None]]
    optFlags = [["esmtp", "E"], ["disable-anonymous", None], ["no-pop3", None], ["no-smtp", None]]
    _protoDefaults = {"pop3": 8110, "smtp": 8025}

    def __init__(self):
        usage.Options.__init__(self)
        self.service = mail.MailService()
        self["pop3"], self["smtp"] = [], []

    def addEndpoint(self, service, description):
        self[service].append(endpoints.serverFromString(None, description))

    def opt_pop3(self, description):
        self.addEndpoint("pop3", description)

    opt_p = opt_pop3

    def opt_smtp(self, description):
        self.addEndpoint("smtp", description)

    opt_s = opt_smtp

    def opt_default(self):
        pass

    opt_D = opt_default

    def opt_maildirdbmdomain(self, domain):
        maildir.MaildirDirdbmDomain(self.service, domain.partition("=")[2])

    opt_d = opt_maildirdbmdomain

    def opt_user(self, user_pass):
        pass

    opt_u = opt_user

    def opt_bounce_to_postmaster(self):
        pass

    opt_b = opt_bounce_to_postmaster

    def opt_aliases(self, filename):
        alias.loadAliasFile({}, filename)

    opt_A = opt_aliases

    def postOptions(self):
        for service in self._protoDefaults:
            if not self[service] and not self["no-" + service]:
                self[service] = [endpoints.TCP4ServerEndpoint(None, self._protoDefaults[service])]


def makeService(config):
    if config["relay"]:
        relaymanager.Queue(config["relay"])
    for protocol in ("pop3", "smtp"):
        for endpoint in config[protocol]:
            internet.StreamServerEndpointService(endpoint, None).setServiceParent(config.service)
    return config.service
