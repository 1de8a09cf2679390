def proxyEndpoint(wrappedEndpoint):
    return wrappedEndpoint
