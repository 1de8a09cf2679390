"""Tor: its control port, and hidden services, whose local port only Tor connects to."""
from effects import connects, listens, opens, unknown
from twisted.internet.endpoints import _ClientEndpoint, _ServerEndpoint


def connect(reactor, control_endpoint=None, password_function=None):
    if control_endpoint is None:
        connects(None, "unix", path="/var/run/tor/control")
    elif isinstance(control_endpoint, (list, tuple)):
        for endpoint in control_endpoint:
            connects(None, endpoint)
    else:
        connects(None, control_endpoint)


def launch(reactor, progress_updates=None, control_port=None, data_directory=None, socks_port=None,
           non_anonymous_mode=None, stdout=None, stderr=None, timeout=None, tor_binary=None, user=None,
           connection_creator=None, kill_on_stderr=True, _tor_config=None):
    opens(data_directory, "writes")


def build_local_tor_connection(reactor, host="127.0.0.1", port=9051, socket="/var/run/tor/control", *args, **kwargs):
    connects(None, "unix", path=socket)


def build_tor_connection(connection, build_state=True, wait_for_proto=True, password_function=None):
    connects(None, connection)


class TCPHiddenServiceEndpoint(_ServerEndpoint):
    def __init__(self, reactor, config, public_port, hidden_service_dir=None, local_port=None, auth=None,
                 stealth_auth=None, ephemeral=None, private_key=None, group_readable=False, version=None,
                 single_hop=None):
        opens(hidden_service_dir, "writes")
        listens(self, "tcp", unknown("a free port") if local_port is None else local_port, "127.0.0.1")

    @classmethod
    def global_tor(cls, reactor, public_port, hidden_service_dir=None, local_port=None, control_port=None,
                   stealth_auth=None, auth=None, ephemeral=None, private_key=None, version=None, single_hop=None):
        return cls(reactor, None, public_port, hidden_service_dir, local_port)

    @classmethod
    def system_tor(cls, reactor, control_endpoint, public_port, hidden_service_dir=None, local_port=None, ephemeral=None,
                   auth=None, private_key=None, version=None, single_hop=None):
        connects(None, control_endpoint)
        return cls(reactor, None, public_port, hidden_service_dir, local_port)

    @classmethod
    def private_tor(cls, reactor, public_port, hidden_service_dir=None, local_port=None, control_port=None,
                    ephemeral=None, private_key=None, auth=None, version=None, single_hop=None):
        return cls(reactor, None, public_port, hidden_service_dir, local_port)


class TorClientEndpoint(_ClientEndpoint):
    def __init__(self, host, port, socks_endpoint=None, tls=False, socks_username=None, socks_password=None,
                 reactor=None, **kw):
        connects(self, "ssl" if tls else "tcp", host, port)
