from twisted.application.service import ServiceMaker

Web = ServiceMaker("My web", "shop.tap", "Serves the shop.", "shop")  #! plugin shop shop.tap
Other = ServiceMaker(name="Other", module="other.tap", description="Another.", tapname="other")  #! plugin other other.tap
#! modules third-party: other.tap shop.tap
#! modules twisted: twisted.application.service
