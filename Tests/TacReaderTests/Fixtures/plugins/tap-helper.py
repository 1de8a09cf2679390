from twisted.scripts.mktap import _tapHelper

Echo = _tapHelper("Echo", "echo.tap", "An echo server.", "echo")  #! plugin echo echo.tap ;; note a service is made by code that was not read (import:echo.tap), so the ports that it opens are not known
#! modules third-party: echo.tap
#! modules twisted: twisted.scripts.mktap
