"""Settings of the environment, with their types."""
from effects import opens, sets, variable


class Env:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, name, default=None, **kwargs):
        return variable(name, default)

    def str(self, name, default=None, **kwargs):
        return variable(name, default)

    def int(self, name, default=None, **kwargs):
        return variable(name, default)

    def bool(self, name, default=None, **kwargs):
        return variable(name, default)

    def float(self, name, default=None, **kwargs):
        return variable(name, default)

    def list(self, name, default=None, **kwargs):
        return variable(name, default)

    def path(self, name, default=None, **kwargs):
        return variable(name, default)

    def read_env(self, path=None, recurse=True, verbose=False, override=False):
        sets()
        opens(path, "reads")
