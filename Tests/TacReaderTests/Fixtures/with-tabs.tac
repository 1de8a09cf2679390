from twisted.application import internet, service
if True:
	application = service.Application('tabs')  #! name tabs
        # eight blanks are a tab
	internet.TCPServer(8080,  #! listener tcp 8080
  None).setServiceParent(application)
#! modules twisted: twisted.application.internet twisted.application.service
