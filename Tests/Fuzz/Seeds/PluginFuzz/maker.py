from twisted.application.service import ServiceMaker
from shop.tap import Options
shop = ServiceMaker("Shop", "shop.tap", "Sells.", "shop")
class Options:
    optParameters = [["port", "p", 80, "The port.", int]]
    optFlags = [["quiet", "q"]]
