from twisted.application import service, strports

def main():
    global application
    application = service.Application("finger", uid=1, gid=1)  #! name finger ;; uid 1 ;; gid 1
    strports.service("tcp:79", None).setServiceParent(service.IServiceCollection(application))  #! listener tcp 79

if __name__ == 'builtins':
    main()
#! modules twisted: twisted.application.service twisted.application.strports
