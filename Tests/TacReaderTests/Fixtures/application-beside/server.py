from twisted.application import internet, service

application = service.Application("inner", gid=7)  #! name inner ;; gid 7
internet.TCPServer(7000, None).setServiceParent(application)  #! listener tcp 7000
