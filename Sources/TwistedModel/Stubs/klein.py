"""Klein: routes of a site; run() listens by itself."""
from effects import described, escapes, listens


class Klein:
    def route(self, url, *args, branch=False, **kwargs):
        return _route

    def handle_errors(self, f_or_exception, *additional_exceptions):
        return _route

    def resource(self):
        return self

    def run(self, host=None, port=None, logFile=None, endpoint_description=None, displayTracebacks=True):
        run(host, port, logFile, endpoint_description, displayTracebacks)


def _route(handler):
    escapes(handler)
    return handler


def route(url, *args, branch=False, **kwargs):
    return _route


def handle_errors(f_or_exception, *additional_exceptions):
    return _route


def resource():
    return Klein()


def run(host=None, port=None, logFile=None, endpoint_description=None, displayTracebacks=True):
    if endpoint_description is not None:
        listens(None, described(endpoint_description, "server"))
    else:
        listens(None, "tcp", port, host)
