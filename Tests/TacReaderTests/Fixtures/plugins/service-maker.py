from twisted.application.service import ServiceMaker

Web = ServiceMaker("My web", "shop.tap", "Serves the shop.", "shop")  #! plugin shop shop.tap ;; note a service is made by code that was not read (import:shop.tap), so the ports that it opens are not known
Other = ServiceMaker(name="Other", module="other.tap", description="Another.", tapname="other")  #! plugin other other.tap ;; note a service is made by code that was not read (import:other.tap), so the ports that it opens are not known
#! modules third-party: other.tap shop.tap
#! modules twisted: twisted.application.service
