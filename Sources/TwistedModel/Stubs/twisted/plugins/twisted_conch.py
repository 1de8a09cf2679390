from twisted.application.service import ServiceMaker

TwistedSSH = ServiceMaker("Twisted Conch Server", "twisted.conch.tap", "A Conch SSH service.", "conch")
TwistedManhole = ServiceMaker("Twisted Manhole (new)", "twisted.conch.manhole_tap", "A remote debugger.", "manhole")
