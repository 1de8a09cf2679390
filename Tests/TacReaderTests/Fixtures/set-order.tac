from twisted.application import internet, service
application = service.Application("set-order")  #! name set-order


def listen(port):
    internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 8001 ;; listener tcp 8002 ;; listener tcp 20 ;; listener tcp 21


for port in {8001, 8002}:
    listen(port)
listen(min({21, 20}))
listen(sorted({21, 20})[1])
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 8001 conditional ;; listener tcp 8002 conditional
internet.TCPServer(next(iter({31, 30})), None).setServiceParent(application)  #! listener tcp 31 conditional ;; listener tcp 30 conditional
first, second = {41, 40}
internet.TCPServer(first, None).setServiceParent(application)  #! listener tcp 41 conditional ;; listener tcp 40 conditional
internet.TCPServer([p for p in {51, 50}][0], None).setServiceParent(application)  #! listener tcp 51 conditional ;; listener tcp 50 conditional
internet.TCPServer(tuple({61, 60})[0], None).setServiceParent(application)  #! listener tcp 61 conditional ;; listener tcp 60 conditional
for port in {71, 70}:
    break
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 71 conditional ;; listener tcp 70 conditional
internet.TCPServer([*{81, 80}][0], None).setServiceParent(application)  #! listener tcp 81 conditional ;; listener tcp 80 conditional
internet.TCPServer(next(p for p in {91, 90}), None).setServiceParent(application)  #! listener tcp 91 conditional ;; listener tcp 90 conditional
by_name = {"x": 101, "y": 102}
internet.TCPServer(by_name[list(dict.fromkeys({"x", "y"}))[0]], None).setServiceParent(application)  #! listener tcp 101 conditional ;; listener tcp 102 conditional
several = []
several.extend({111, 110})
internet.TCPServer(several[0], None).setServiceParent(application)  #! listener tcp 111 conditional ;; listener tcp 110 conditional


def keep(value):
    global kept
    kept = value


for port in {121, 120}:
    keep(port)
internet.TCPServer(kept, None).setServiceParent(application)  #! listener tcp 121 conditional ;; listener tcp 120 conditional


def members():
    yield from {131, 130}


internet.TCPServer(next(members()), None).setServiceParent(application)  #! listener tcp 131 conditional ;; listener tcp 130 conditional
last = 0
for port in {141, 140}:
    last = port if last == 0 else last
internet.TCPServer(last, None).setServiceParent(application)  #! listener tcp 140 conditional ;; listener tcp 141 conditional
for port in {151, 150}:
    server = internet.TCPServer(port, None)  #! listener tcp 151 ;; listener tcp 150
    server.setServiceParent(application)
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
