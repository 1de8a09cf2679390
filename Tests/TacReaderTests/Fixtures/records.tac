import collections
import types
from dataclasses import dataclass, field
from typing import NamedTuple
import attr
from pydantic_settings import BaseSettings
from twisted.application import internet, service

Place = collections.namedtuple("Place", "host port")
Shelf = collections.namedtuple("Shelf", ["row", "column"], defaults=[7])


class Pair(NamedTuple):
    first: int
    second: int = 502


@dataclass
class Settings:
    host: str = "127.0.0.1"
    port: int = 8080
    datagrams: int = field(default=8081)


@attr.s
class Old(object):
    port = attr.ib(default=7000)
    other = attr.ib()


class FromEnvironment(BaseSettings):
    port: int = 6000
    other: int = 6001


application = service.Application("records")  #! name records


def serve(port, interface=""):
    internet.TCPServer(port, None, interface=interface).setServiceParent(application)  #! listener tcp 80 interface=10.0.0.1 ;; listener tcp 81 interface=10.0.0.2 ;; listener tcp 82 ;; listener tcp 7 ;; listener tcp 501 ;; listener tcp 502 ;; listener tcp 9000 interface=127.0.0.1 ;; listener tcp 9001 interface=::1 ;; listener tcp 8081 ;; listener tcp 7001 ;; listener tcp 7000 ;; listener tcp 5000 ;; listener tcp ?(env:PORT|6000) ;; listener tcp 6002


place = Place("10.0.0.1", 80)
serve(place.port, place.host)
host, port = Place(port=81, host="10.0.0.2")
serve(port, host)
serve(Place("", 82)[1])
serve(Shelf(1).column)
serve(Pair(501).first)
serve(Pair(501).second)
given = Settings(port=9000)
serve(given.port, given.host)
placed = Settings("::1", 9001)
serve(placed.port, placed.host)
serve(placed.datagrams)
serve(Old(other=7001).other)
serve(Old(other=7001).port)
serve(types.SimpleNamespace(port=5000).port)
serve(FromEnvironment().port)  #! variable PORT |6000 ;; variable OTHER |6001
serve(FromEnvironment(other=6002).other)
#! modules stdlib: collections dataclasses types typing
#! modules third-party: attr pydantic_settings
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
