from klein import Klein, run
from twisted.application import service
app = Klein()
@app.route("/")
def home(request): return "hello"
application = service.Application("klein")  #! name klein
app.run("127.0.0.1", 8080)  #! listener tcp 8080 interface=127.0.0.1
run(endpoint_description="tcp:8081")  #! listener tcp 8081
#! modules third-party: klein
#! modules twisted: twisted.application.service
