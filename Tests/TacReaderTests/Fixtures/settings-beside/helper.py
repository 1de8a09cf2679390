from twisted.application import internet, service, strports

def make_service(conf):
    top = service.MultiService()
    internet.TCPServer(conf.HELPER_PORT, None).setServiceParent(top)  #! listener tcp ?(env:HELPER_PORT|8002)
    return top

def attach(parent):
    strports.service("tcp:8003", None).setServiceParent(parent)  #! listener tcp 8003
