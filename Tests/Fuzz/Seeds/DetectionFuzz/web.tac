from twisted.application import service
application = service.Application("web")
