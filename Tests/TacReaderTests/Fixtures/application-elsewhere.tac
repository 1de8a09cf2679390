from mypackage.app import make_application
application = make_application()  #! name ?(a call of make_application())
#! modules third-party: mypackage.app
