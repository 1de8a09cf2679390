"""Serial ports of pyserial."""
from effects import opens


class Serial:
    def __init__(self, port=None, baudrate=9600, bytesize=8, parity="N", stopbits=1, timeout=None, xonxoff=False,
                 rtscts=False, write_timeout=None, dsrdtr=False, inter_byte_timeout=None, exclusive=None, **kwargs):
        opens(port, "opens")


def serial_for_url(url, *args, **kwargs):
    opens(url, "opens")
