try:
    from twisted.application.service import ServiceMaker
except ImportError:
    from twisted.scripts.mktap import _tapHelper as ServiceMaker

maker = ServiceMaker("A shop", "shop.tap", "Sells.", "shop")  #! plugin shop shop.tap
#! modules third-party: shop.tap
#! modules twisted: twisted.application.service? twisted.scripts.mktap?
