import argparse
import os
from optparse import OptionParser, OptionGroup
from twisted.application import internet, service, strports

parser = argparse.ArgumentParser(description="Serves birds.")
parser.add_argument("--bird-port", type=int, default=8080, help="where birds land")
parser.add_argument("-l", "--listen", dest="where", default="tcp:8081:interface=127.0.0.1")
parser.add_argument("--nest", type=int)
parser.add_argument("depth", nargs="?", type=int, default="8082")
parser.add_argument("--quiet", action="store_true")
group = parser.add_argument_group("more")
group.add_argument("--eggs", type=int, default=os.environ.get("EGGS", 8083))  #! variable EGGS |8083
parser.set_defaults(shell=8084)
args = parser.parse_args()
more = vars(args)

application = service.Application("birds")  #! name birds
internet.TCPServer(args.bird_port, None).setServiceParent(application)  #! listener tcp ?(option:bird-port|8080)
strports.service(args.where, None).setServiceParent(application)  #! listener tcp ?(option:listen|8081) interface=?(option:listen|127.0.0.1)
if args.nest:
    internet.UDPServer(args.nest, None).setServiceParent(application)  #! listener udp ?(option:nest) conditional
internet.TCPServer(more["depth"], None).setServiceParent(application)  #! listener tcp ?(option:depth|8082)
internet.TCPServer(args.eggs, None).setServiceParent(application)  #! listener tcp ?(option:eggs|8083)
internet.TCPServer(args.shell, None).setServiceParent(application)  #! listener tcp ?(option:shell|8084)
if not args.quiet:
    internet.TCPServer(8085, None).setServiceParent(application)  #! listener tcp 8085 conditional

old = OptionParser(usage="%prog [options]")
old.add_option("-p", "--port", dest="port", type="int", default="9000")
extra = OptionGroup(old, "Extra")
extra.add_option("-i", "--interface", default="::1")
extra.add_option("--tail", type="int")
old.add_option_group(extra)
options, rest = old.parse_args()
internet.TCPServer(options.port, None, interface=options.interface).setServiceParent(application)  #! listener tcp ?(option:port|9000) interface=?(option:interface|::1)
internet.TCPServer(options.tail, None).setServiceParent(application)  #! listener tcp ?(option:tail)

both = argparse.ArgumentParser()
commands = both.add_subparsers()
commands.add_parser("a").add_argument("--port", default=1)
commands.add_parser("b").add_argument("--port", default=2)
known, unknown = both.parse_known_args()
internet.TCPServer(int(known.port), None).setServiceParent(application)  #! listener tcp ?(option:port)
#! modules stdlib: argparse optparse os
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports
