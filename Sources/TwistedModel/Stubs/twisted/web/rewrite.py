from effects import calls, follows
from twisted.web.resource import Resource


class RewriterResource(Resource):
    def __init__(self, orig, *rewriteRules):
        follows(orig)
        for rule in rewriteRules:
            calls(rule)
