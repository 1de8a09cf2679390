try:
    from twisted.application.service import ServiceMaker
except ImportError:
    from twisted.scripts.mktap import _tapHelper as ServiceMaker

maker = ServiceMaker("A shop", "shop.tap", "Sells.", "shop")  #! plugin shop shop.tap ;; note a service is made by code that was not read (import:shop.tap), so the ports that it opens are not known
#! modules third-party: shop.tap
#! modules twisted: twisted.application.service? twisted.scripts.mktap?
