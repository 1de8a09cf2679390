from effects import opens


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    opens(fname, "reads")


def dictConfig(config):
    handlers = config.get("handlers", {})
    for name in handlers:
        opens(handlers[name].get("filename"), "logs")
