from __future__ import annotations
from typing import TYPE_CHECKING
from twisted.application import internet, service

if TYPE_CHECKING:
    from somewhere import Thing

name: str = "modern"
base: int = 8_000
async def helper(x: Thing, /, *, y: int = 1) -> None:
    await x
if (port := base + 1) > 1:
    pass
match name:
    case "modern":
        extra = 1
application = service.Application(f"{name}-{port}")  #! name modern-8001
internet.TCPServer(port, None, interface=f"{'127.0.0'}.{1}").setServiceParent(application)  #! listener tcp 8001 interface=127.0.0.1
#! modules stdlib: __future__ typing
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
