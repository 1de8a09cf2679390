from effects import opens


class SSLContext:
    def __init__(self, protocol=None, *args, **kwargs):
        pass

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        opens(certfile, "certificate")
        opens(keyfile, "privateKey")

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        opens(cafile, "certificate")
        opens(capath, "reads", folder=True)


def create_default_context(purpose=None, *, cafile=None, capath=None, cadata=None):
    context = SSLContext()
    context.load_verify_locations(cafile, capath)
    return context
