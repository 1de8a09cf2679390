from effects import opens


def open(file, flag="r", mode=0o666):
    opens(file, "opens")
