from tools import number

PORT = 8081
assert number() == 42
