import os
NAME = "beside"
PORT = 8000
UID = 500
EXTRA = 8001
HELPER_PORT = int(os.environ.get("HELPER_PORT", "8002"))  #! variable HELPER_PORT |8002
