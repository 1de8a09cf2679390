from twisted.application import internet
from twisted.python import usage

class Options(usage.Options):
    optParameters = [["port", "p", "8080", "Port."]]  #! option port -p 8080

def makeService(config):
    return internet.TCPServer(int(config["port"]), None)  #! listener tcp ?(option:port|8080)
