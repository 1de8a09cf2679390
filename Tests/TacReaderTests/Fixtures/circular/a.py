import b
PORT = 1000
OTHER = b.BASE + 1
