from twisted.application import internet, service

def forever(n):
    return forever(n + 1) or forever(n - 1)

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

x = "a" * 10 ** 9
y = "b"
for i in range(200):
    y = y + y
z = [1]
for i in range(200):
    z = z + z
w = ()
for i in range(200):
    w = (w, w)
same = w == w and str(w)
forever(0)
application = service.Application("bounded")  #! name bounded
internet.TCPServer(8080, None).setServiceParent(application)  #! listener tcp 8080
#! modules twisted: twisted.application.internet twisted.application.service
