"""Services, which hang under the application and start with it."""
from effects import application, hangs, unhangs


def Application(name, uid=None, gid=None):
    return application(name, uid, gid)


class Service:
    __state__ = {"name": "name"}

    def setName(self, name):
        self.name = name

    def setServiceParent(self, parent):
        hangs(self, parent)

    def disownServiceParent(self):
        unhangs(self)


class MultiService(Service):
    def __init__(self):
        pass

    def addService(self, service):
        hangs(service, self)

    def removeService(self, service):
        unhangs(service)


class Process:
    __state__ = {"uid": "uid", "gid": "gid", "processName": "processName"}

    def __init__(self, uid=None, gid=None):
        self.uid = uid
        self.gid = gid


class ServiceMaker:
    def __init__(self, name, module, description, tapname):
        self.name, self.module, self.description, self.tapname = name, module, description, tapname


def IServiceCollection(application):
    return application


def IService(application):
    return application
