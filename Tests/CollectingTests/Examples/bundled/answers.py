from zope.interface import _zope_interface_coptimizations as compiled


def answer(data, prefix):
    where = "inside" if compiled.__file__.startswith(prefix + "/") else "outside"
    return b"%s, %s of %s" % (data, where.encode(), prefix.encode())
