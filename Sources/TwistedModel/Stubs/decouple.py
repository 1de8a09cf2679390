"""Settings of the environment, or of a file .env or settings.ini beside the file."""
from effects import variable


def config(option, default=None, cast=None):
    # A file may give what the environment does not.
    return variable(option, default)


def Config(repository):
    return config


def AutoConfig(search_path=None):
    return config
