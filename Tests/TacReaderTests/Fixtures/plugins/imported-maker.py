from shop.plugin import service_maker  #! plugin ?(import:shop.plugin.service_maker)
from shop.plugin import ShopServiceMaker
try:
    from other.plugin import OtherServiceMaker
except ImportError:
    pass
else:
    other = OtherServiceMaker("other", "The other one.")  #! plugin ?(import:other.plugin.OtherServiceMaker)
#! modules third-party: other.plugin? shop.plugin
