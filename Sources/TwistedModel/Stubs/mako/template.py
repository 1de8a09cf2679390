from effects import opens


class Template:
    def __init__(self, text=None, filename=None, **options):
        opens(filename, "reads")
