from twisted.application import internet, service

def handler():
    import requests
    from twisted.web import client
    from . import helper

if __name__ == "__main__":
    import pdb

try:
    import json
except ImportError:
    import simplejson as json

application = service.Application("imports")  #! name imports
#! modules local: helper?
#! modules stdlib: json?
#! modules third-party: requests? simplejson?
#! modules twisted: twisted.application.internet twisted.application.service twisted.web.client?
