from effects import opens


def setLogDir(directory):
    opens(directory, "logs")
