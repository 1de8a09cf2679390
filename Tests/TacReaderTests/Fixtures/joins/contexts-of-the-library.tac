import contextlib
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
def serve(port): internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 8001 ;; listener tcp 8003
class Own:
    def __enter__(self): return self
    def __exit__(self, kind, value, traceback):
        if kind is KeyError and isinstance(value, LookupError): serve(8001)
        return kind is not None and issubclass(kind, LookupError)
    def close(self): reactor.listenTCP(8002, None)  #! listener tcp 8002
with contextlib.ExitStack() as stack:
    stack.callback(serve, 8003)
    stack.enter_context(Own())
    {}["z"]
with contextlib.closing(Own()) as own:
    reactor.listenTCP(8004, None)  #! listener tcp 8004
with contextlib.suppress(ValueError, KeyError):
    {}["z"]
    serve(8005)
with contextlib.nullcontext(8006) as port: reactor.listenTCP(port, None)  #! listener tcp 8006
try:
    with contextlib.suppress(ValueError): {}["z"]
except KeyError as error: reactor.listenTCP(8007, None)  #! listener tcp 8007
try: error
except NameError: reactor.listenTCP(8008, None)  #! listener tcp 8008
kept = contextlib.ExitStack()
kept.callback(reactor.listenTCP, 8009, None)
other = kept.pop_all()
kept.close()
#! modules stdlib: contextlib
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
