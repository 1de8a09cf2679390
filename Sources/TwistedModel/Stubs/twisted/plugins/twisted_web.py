from twisted.application.service import ServiceMaker

TwistedWeb = ServiceMaker("Twisted Web", "twisted.web.tap", "A web server for files and resources.", "web")
