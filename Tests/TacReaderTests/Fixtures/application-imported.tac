from mypackage.app import application  #! name ?(import:mypackage.app.application)
#! modules third-party: mypackage.app
