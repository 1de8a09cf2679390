from twisted.application.service import ServiceMaker

TwistedNames = ServiceMaker("Twisted DNS Server", "twisted.names.tap", "A domain name server.", "dns")
