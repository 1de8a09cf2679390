"""Breaks Python sources in seeded ways and tells what compile() says of each: one JSON object a line.

verdicts.py SEED COUNT FILE...   with COUNT 0: the files as they are
verdicts.py table FILE           the sources of a table, with a line --- between them
"""
import base64, io, json, random, sys, tokenize, warnings

warnings.simplefilter("ignore")


def tokens(text):
    """Where each token begins and ends, as offsets."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.string.strip():
                found.append((starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]))
    except (tokenize.TokenError, IndentationError):
        pass
    return found


WORDS = ["if", "else", "for", "in", "def", "class", "return", "import", "not", "lambda", "yield", "as", "print", "x", "1",
         "'s'", "(", ")", "[", "]", "{", "}", ":", ",", ".", "=", "==", ":=", "+=", "+", "*", "**", "@", ";", "\\", "$", "?",
         "!", "#", '"', "'", '"""', "0777", "1a", "\u00a0", "\u201c", "\t", "   ", "\n", "\n  "]


def broken(text, chance):
    found = tokens(text)
    lines = text.splitlines(keepends=True)
    if len(found) < 3:
        return text
    kind = chance.randrange(14)
    first, last = chance.choice(found)
    if kind == 0:
        return text[:first] + text[last:]
    if kind == 1:
        return text[:last] + " " + text[first:last] + text[last:]
    if kind == 2:
        return text[:first] + chance.choice(WORDS) + text[last:]
    if kind == 3:
        return text[:first] + chance.choice(WORDS) + " " + text[first:]
    if kind == 4:
        place = chance.randrange(len(text))
        return text[:place] + text[place + 1:]
    if kind == 5:
        place = chance.randrange(len(text))
        return text[:place] + chance.choice(WORDS) + text[place:]
    if kind == 6:
        return text[:chance.randrange(len(text))]
    if kind in (7, 8, 9):
        number = chance.randrange(len(lines))
        line = lines[number]
        lines[number] = {7: lambda: "  " + line, 8: lambda: line[1:] if line[:1] == " " else "\t" + line,
                         9: lambda: ""}[kind]()
        return "".join(lines)
    # What people leave out: a bracket, a colon, a quote, a comma.
    wanted = {10: "()[]{}", 11: ":", 12: "'\"", 13: ",="}[kind]
    places = [place for place, character in enumerate(text) if character in wanted]
    if not places:
        return text
    place = chance.choice(places)
    return text[:place] + text[place + 1:]


def verdict(source):
    try:
        compile(source, "source", "exec", dont_inherit=True)
        return {}
    except (SyntaxError, ValueError) as error:
        return {"kind": type(error).__name__, "line": getattr(error, "lineno", 0) or 0,
                "message": getattr(error, "msg", str(error))}
    except (RecursionError, MemoryError):
        return {"kind": "limit", "line": 0, "message": "limit"}


def table(name):
    with open(name, encoding="utf-8") as file:
        sources = [source.rstrip("\n") + "\n" for source in file.read().split("\n---\n")]
    for source in sources:
        text = source.encode("utf-8")
        print(json.dumps({"name": source, "source": base64.b64encode(text).decode(), **verdict(text)}))


def main():
    if sys.argv[1] == "table":
        return table(sys.argv[2])
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    texts = []
    for name in sys.argv[3:]:
        with open(name, "rb") as file:
            texts.append(file.read())
    chance = random.Random(seed)
    if count == 0:
        for name, text in zip(sys.argv[3:], texts):
            print(json.dumps({"name": name, "source": base64.b64encode(text).decode(), **verdict(text)}))
    readable = []
    for text in texts:
        try:
            compile(text, "source", "exec", dont_inherit=True)
            readable.append(text.decode("utf-8"))
        except (SyntaxError, ValueError):
            pass
    for number in range(count):
        text = broken(chance.choice(readable), chance).encode("utf-8")
        print(json.dumps({"name": f"{seed}.{number}", "source": base64.b64encode(text).decode(), **verdict(text)}))


main()
