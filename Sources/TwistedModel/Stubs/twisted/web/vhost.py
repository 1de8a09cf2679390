from effects import follows
from twisted.web.resource import Resource


class NameVirtualHost(Resource):
    def __init__(self):
        pass

    def addHost(self, name, resrc):
        follows(resrc)


class VHostMonsterResource(Resource):
    def __init__(self):
        pass
