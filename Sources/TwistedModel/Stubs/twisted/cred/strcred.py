from effects import opens


class AuthOptionMixin:
    def opt_auth(self, description):
        makeChecker(description)


def makeChecker(description):
    kind, _, rest = description.partition(":")
    if kind == "file":
        opens(rest.split(":")[0], "reads")
    elif kind == "sshkey" or kind == "unix" or kind == "memory" or kind == "anonymous":
        pass
