from twisted.conch.tap import Options, makeService
