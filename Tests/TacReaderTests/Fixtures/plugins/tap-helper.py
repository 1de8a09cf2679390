from twisted.scripts.mktap import _tapHelper

Echo = _tapHelper("Echo", "echo.tap", "An echo server.", "echo")  #! plugin echo echo.tap
#! modules third-party: echo.tap
#! modules twisted: twisted.scripts.mktap
