"""Loads what mktap saved, as twistd does.   usage: load_saved.py NAME FILE STYLE"""
import sys
from twisted.application import service

name, path, style = sys.argv[1:]
application = service.loadApplication(path, style)
services = list(service.IServiceCollection(application))
assert service.IService(application).name == name, service.IService(application).name
assert len(services) == 1 and services[0].parent is not None, services
process = service.IProcess(application)
print(process.uid, process.gid, process.processName)
