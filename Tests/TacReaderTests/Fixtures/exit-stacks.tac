import os
from contextlib import ExitStack, contextmanager
from twisted.application import internet, service
from twisted.internet import reactor
import lib
application = service.Application("x")  #! name x
with ExitStack() as stack:  #! listener tcp ?(env:PORTS) conditional
    for port in os.environ.get("PORTS", "").split(","):  #! variable PORTS |
        stack.callback(reactor.listenTCP, int(port), None)
with ExitStack() as stack:
    for port in os.environ.get("PORTS", "").split(","):
        stack.callback(lambda p=port: reactor.listenTCP(int(p), None))  #! listener tcp ?(env:PORTS) conditional
@contextmanager
def opened(port):
    yield
    reactor.listenTCP(port, None)  #! listener tcp 8100 conditional
with ExitStack() as stack:
    for name in lib.names():
        stack.enter_context(opened(8100))
class C:
    def __init__(self, p): self.p = p
    def __enter__(self): return self
    def __exit__(self, *q): reactor.listenTCP(self.p, None)  #! listener tcp 8200 conditional
with ExitStack() as stack:
    for name in lib.names():
        stack.push(C(8200))
with ExitStack() as stack:  #! listener tcp 8300 conditional ;; listener tcp 8301 conditional
    for name in lib.names():
        stack.callback(reactor.listenTCP, 8300, None)
        stack.callback(reactor.listenTCP, port=8301, factory=None)
stack = ExitStack()
for port in lib.ports():
    stack.callback(reactor.listenTCP, port, None)
stack.close()  #! listener tcp ?(a call of lib.ports()) conditional
@contextmanager
def entered(port):
    reactor.listenTCP(port + 1, None)  #! listener tcp 8101 conditional ;; listener tcp 8201 conditional ;; listener tcp 8301 conditional ;; listener tcp 8401 ;; listener tcp 8401 conditional
    try:
        yield port
    finally:
        reactor.listenTCP(port, None)  #! listener tcp 8100 conditional ;; listener tcp 8200 conditional ;; listener tcp 8300 conditional ;; listener tcp 8400 conditional
with ExitStack() as stack:
    p = stack.enter_context(entered(8100))
    reactor.listenTCP(p + 2, None)  #! listener tcp 8102 conditional
with ExitStack() as stack:
    for name in lib.names():
        stack.enter_context(entered(8200))
with ExitStack() as stack:
    stack.push(entered(8300))
stack = ExitStack()
stack.enter_context(entered(8400))
kept = stack.pop_all()
stack.close()
kept.close()
class S:
    def __init__(self): self.c = []
    def add(self, f): self.c.append(f)
    def run(self):
        while self.c: self.c.pop()()
    def run2(self, *a):
        while self.c:
            self.c.pop()(*a)
s = S()
for n in lib.names(): s.add(lambda: reactor.listenTCP(8402, None))  #! listener tcp 8402 conditional
s.run()
#! modules stdlib: contextlib os
#! modules third-party: lib
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
