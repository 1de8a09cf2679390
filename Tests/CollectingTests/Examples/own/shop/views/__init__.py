import importlib
import pkgutil

from twisted.web import resource, static

from .pages import Page


def Root(greeting, folder):
    root = resource.Resource()
    late = importlib.import_module("late")
    root.putChild(b"", Page(greeting + " " + pkgutil.get_data("shop", "data.txt").decode().strip() + " " + late.WORD))
    root.putChild(b"files", static.File(folder))
    return root
