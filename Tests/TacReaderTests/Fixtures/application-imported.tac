from mypackage.app import application  #! name ?(import:mypackage.app.application) ;; note the application is made by code that was not read (import:mypackage.app.application), so what it opens is not known
#! modules third-party: mypackage.app
