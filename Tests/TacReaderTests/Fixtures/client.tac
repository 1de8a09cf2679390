from twisted.application import internet, service

HOST, PORT = "irc.example.org", 6667
application = service.Application("bot")  #! name bot
internet.TCPClient(HOST, PORT, None).setServiceParent(application)  #! client tcp irc.example.org 6667
#! modules twisted: twisted.application.internet twisted.application.service
