from twisted.application import service

application = service.Application("worker")  #! name worker
process = service.IProcess(application)
process.processName = "worker-main"  #! process worker-main
process.uid = 33  #! uid 33
service.IProcess(application).gid = 33  #! gid 33
#! modules twisted: twisted.application.service
