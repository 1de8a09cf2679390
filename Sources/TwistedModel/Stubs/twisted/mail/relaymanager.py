from effects import opens


class Queue:
    __state__ = {"directory": "directory"}

    def __init__(self, directory):
        opens(directory, "writes")
