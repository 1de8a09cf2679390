from server import application
#! modules local: server
#! modules twisted: twisted.application.internet twisted.application.service
