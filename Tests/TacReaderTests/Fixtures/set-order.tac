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
total = 0
for port in {1, 2}:
    total += port
#! modules twisted: twisted.application.internet twisted.application.service
