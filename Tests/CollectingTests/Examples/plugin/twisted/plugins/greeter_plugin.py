from twisted.application.service import ServiceMaker

greeter = ServiceMaker("Greeter", "greeter.tap", "Greets whoever connects.", "greeter")
