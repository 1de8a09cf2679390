from mypackage.app import make_application
application = make_application()  #! name ?(a call of make_application()) ;; note the application is made by code that was not read (a call of make_application()), so what it opens is not known
#! modules third-party: mypackage.app
