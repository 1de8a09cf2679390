from effects import holds, unknown


def load_pem_x509_certificate(data, backend=None):
    holds(data, "certificate")
    return unknown("a certificate")


def load_der_x509_certificate(data, backend=None):
    return load_pem_x509_certificate(data)
