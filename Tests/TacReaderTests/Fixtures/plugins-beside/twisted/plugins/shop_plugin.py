from twisted.application.service import ServiceMaker

shop = ServiceMaker("shop", "shop.tap", "A shop.", "shop")  #! plugin shop shop.tap
#! modules local: shop.tap
#! modules twisted: twisted.application.internet twisted.application.service twisted.python.usage
