from flask import Flask
from flask_twisted import Twisted
from twisted.application.service import Application
app = Flask(__name__)
twisted = Twisted(app)
application = Application("flask")  #! name flask
twisted.run(host="0.0.0.0", port=7123, run_reactor=False)  #! note what twisted.run() opens or connects to is not known, for its code was not read
#! modules third-party: flask flask_twisted
#! modules twisted: twisted.application.service
