from effects import isText, opens


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None,
            cached_statements=128, uri=False):
    path, use = database, "opens"
    if uri and isText(path) and path.startswith("file:"):
        path, _, query = path[len("file:"):].partition("?")
        if "mode=memory" in query:
            path = ":memory:"
        elif "mode=ro" in query or "immutable=1" in query:
            use = "reads"
    if path != ":memory:":
        opens(path, use)
