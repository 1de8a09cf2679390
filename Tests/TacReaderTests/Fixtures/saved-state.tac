import xml.etree.ElementTree as ET

from twisted.application import service
from twisted.persisted import sob

application = service.Application("saved")  #! name saved
ET.ElementTree(ET.Element("state")).write("state.xml")  #! file writes state.xml
tree = ET.parse("shop.xml")  #! file reads shop.xml
tree.getroot().set("visits", "1")
tree.write("shop.xml")  #! file writes shop.xml
sob.Persistent({}, "basket").save()  #! file writes basket.tap
#! modules stdlib: xml.etree.ElementTree
#! modules twisted: twisted.application.service twisted.persisted.sob
