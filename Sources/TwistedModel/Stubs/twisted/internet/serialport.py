from effects import follows, opens


class SerialPort:
    def __init__(self, protocol, deviceNameOrPortNumber, reactor, baudrate=9600, bytesize=8, parity="N", stopbits=1,
                 timeout=0, xonxoff=0, rtscts=0):
        opens(deviceNameOrPortNumber, "opens")
        follows(protocol)
