from effects import opens


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None,
            cached_statements=128, uri=False):
    if database != ":memory:":
        opens(database, "opens")
