from effects import opens


class Context:
    def __init__(self, method):
        pass

    def use_certificate_file(self, certfile, filetype=1):
        opens(certfile, "certificate")

    def use_certificate_chain_file(self, certfile):
        opens(certfile, "certificate")

    def use_privatekey_file(self, keyfile, filetype=1):
        opens(keyfile, "privateKey")

    def load_client_ca(self, cafile):
        opens(cafile, "certificate")

    def load_verify_locations(self, cafile, capath=None):
        opens(cafile, "certificate")
        opens(capath, "reads", folder=True)

    def load_tmp_dh(self, dhfile):
        opens(dhfile, "reads")
