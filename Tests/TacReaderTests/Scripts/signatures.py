"""Compares the signatures of the stubs with those of the modules installed here: one line for each that differs.

signatures.py STUBS EXCEPTIONS

A line of EXCEPTIONS is `module.name: why it is not compared`. One that is not needed is told, too.
"""
import ast, importlib, inspect, os, sys, warnings

warnings.simplefilter("ignore")
UNKNOWN = object()


def stubs(root):
    """The dotted names of all functions and methods in the stubs, with their definitions."""
    for folder, _, files in sorted(os.walk(root)):
        for file in sorted(files):
            if not file.endswith(".py"):
                continue
            path = os.path.relpath(os.path.join(folder, file), root)[:-3].split(os.sep)
            module = ".".join(path[:-1] if path[-1] == "__init__" else path)
            with open(os.path.join(folder, file), encoding="utf-8") as source:
                tree = ast.parse(source.read())
            for node in tree.body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield module, node.name, node, False
                elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    yield module, node.name, None, False
                    for member in node.body:
                        if isinstance(member, ast.FunctionDef) and (
                                member.name == "__init__" or not member.name.startswith("_")):
                            isStatic = any(getattr(d, "id", "") == "staticmethod" for d in member.decorator_list)
                            yield module, f"{node.name}.{member.name}", member, not isStatic


def parameters(node, isMethod):
    """Names, kinds and defaults as inspect gives them, without self or cls."""
    arguments = node.args
    found = []
    positional = arguments.posonlyargs + arguments.args
    defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
    for argument, default in zip(positional, defaults):
        found.append((argument.arg, "positional", literal(default)))
    if arguments.vararg:
        found.append((arguments.vararg.arg, "*", None))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        found.append((argument.arg, "keyword", literal(default)))
    if arguments.kwarg:
        found.append((arguments.kwarg.arg, "**", None))
    return found[1:] if isMethod else found


def literal(default):
    if default is None:
        return None
    try:
        return [ast.literal_eval(default)]
    except ValueError:
        return [UNKNOWN]


def installed(value):
    kinds = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**",
             inspect.Parameter.KEYWORD_ONLY: "keyword"}
    found = []
    for parameter in inspect.signature(value).parameters.values():
        default = None if parameter.default is inspect.Parameter.empty else [parameter.default]
        found.append((parameter.name, kinds.get(parameter.kind, "positional"), default))
    return found


def same(stub, real):
    if [(name, kind, default is None) for name, kind, default in stub] != [
            (name, kind, default is None) for name, kind, default in real]:
        return False
    for (_, _, mine), (_, _, theirs) in zip(stub, real):
        # A default that is an object of its own, such as the reactor, is None in a stub.
        plain = theirs and (theirs[0] is None or isinstance(theirs[0], (bool, int, float, str, bytes, tuple)))
        if mine and plain and mine[0] is not None and mine[0] != theirs[0]:
            return False
        if mine and mine[0] is None and plain and isinstance(theirs[0], (bool, str, bytes)) and theirs[0]:
            return False
    return True


def lookup(module, name):
    value = importlib.import_module(module)
    if module == "twisted.internet.reactor":
        from twisted.internet import reactor as value
    for part in name.split("."):
        if part == "__init__":
            return value
        value = getattr(value, part)
    return value


def main():
    root, exceptions = sys.argv[1:]
    with open(exceptions, encoding="utf-8") as file:
        reasons = dict(line.strip().split(": ", 1) for line in file if line.strip() and not line.startswith("#"))
    unused = set(reasons)
    count = 0

    def excepted(name):
        while name:
            if name in reasons:
                unused.discard(name)
                return True
            name = name.rpartition(".")[0]
        return False

    for module, name, node, isMethod in stubs(root):
        full = f"{module}.{name}"
        if excepted(full):
            continue
        try:
            value = lookup(module, name)
            count += 1
            if node is None:
                continue
            real = installed(value)
            # A method looked up on its class still has its self, unless it is one of the class.
            if isMethod and not inspect.ismethod(value) and not inspect.isclass(value):
                real = real[1:]
            if not same(parameters(node, isMethod), real):
                print(f"{full}: here {parameters(node, isMethod)}, installed {real}")
        except (ImportError, AttributeError) as error:
            print(f"{full}: {error}")
        except ValueError as error:
            print(f"{full}: {error}")
    for name in sorted(unused):
        print(f"{name}: excepted for no reason")
    print(f"compared {count}", file=sys.stderr)


main()
