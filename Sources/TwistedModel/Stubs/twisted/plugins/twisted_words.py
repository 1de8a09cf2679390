from twisted.application.service import ServiceMaker

NewTwistedWords = ServiceMaker("New Twisted Words", "twisted.words.tap", "A modern words server", "words")
TwistedXMPPRouter = ServiceMaker("XMPP Router", "twisted.words.xmpproutertap", "An XMPP Router server", "xmpp-router")
