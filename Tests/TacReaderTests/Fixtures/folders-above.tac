import os, sys
from pathlib import Path

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.append(ROOT)  #! note the search path for modules gains "../.." beside the file
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  #! note the search path for modules gains ".." beside the file
sys.path.append(os.path.dirname(os.path.abspath(__file__)))  #! note the search path for modules gains the application file's own folder
from twisted.application import service

Path(__file__).with_name("words.txt").read_text()  #! file reads words.txt beside
Path(__file__).parent.parent.joinpath("shared.txt").read_text()  #! file reads ../shared.txt beside
application = service.Application("above")  #! name above
#! modules stdlib: os pathlib sys
#! modules twisted: twisted.application.service
