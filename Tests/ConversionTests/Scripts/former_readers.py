"""Loads converted applications with the readers of a Twisted for Python 2.7, and compares them with the originals.

usage: former_readers.py FOLDER, with NAME.orig.tap, NAME.tap, NAME.tas and NAME.tax for each application
"""
import glob, pickle, sys
from twisted.persisted import aot

try:
    from twisted.persisted import marmalade
except ImportError:  # Twisted 8.2 was the last to have it.
    marmalade = None


def tell(thing, seen):
    if isinstance(thing, (str, unicode, int, long, float, bool, type(None))):
        return repr(thing)
    if id(thing) in seen:
        return "#%d" % seen[id(thing)]
    seen[id(thing)] = len(seen)
    if isinstance(thing, (list, tuple)):
        return type(thing).__name__ + "[" + ",".join(tell(part, seen) for part in thing) + "]"
    if isinstance(thing, dict):
        pairs = sorted(thing.items(), key=lambda pair: repr(pair[0]))
        return "{" + ",".join(repr(key) + ":" + tell(value, seen) for key, value in pairs) + "}"
    state = getattr(thing, "__dict__", None)
    if state is None or hasattr(thing, "__name__"):
        return repr(getattr(thing, "__name__", thing))
    return thing.__class__.__name__ + tell(state, seen)


equal = bad = 0
for path in sorted(glob.glob(sys.argv[1] + "/*.orig.tap")):
    stem = path[: -len(".orig.tap")]
    try:
        original = tell(pickle.load(open(path, "rb")), {})
    except Exception as error:  # Classes of the application's own, or of another Twisted.
        print "the original is not loaded: %s: %r" % (stem, error)
        continue
    for ending in ("tap", "tas") + (("tax",) if marmalade else ()):
        with open(stem + "." + ending, "rb") as file:
            try:
                if ending == "tap":
                    loaded = pickle.load(file)
                elif ending == "tas":
                    loaded = aot.unjellyFromSource(file)
                else:
                    loaded = marmalade.unjellyFromXML(file.read())
                assert tell(loaded, {}) == original, "it is another"
                equal += 1
            except Exception as error:
                # The readers of Twisted up to 9 make no object of a new-style class from source.
                if ending == "tas" and "must be classobj" in str(error):
                    continue
                bad += 1
                print "%s.%s: %r" % (stem, ending, error)
print "%d equal" % equal
sys.exit(1 if bad or equal < 20 else 0)
