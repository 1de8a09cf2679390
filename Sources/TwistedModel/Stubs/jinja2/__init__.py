"""Templates in folders."""
from effects import follows, isText, opens, packageFolder


class Environment:
    def __init__(self, block_start_string="{%", block_end_string="%}", variable_start_string="{{",
                 variable_end_string="}}", comment_start_string="{#", comment_end_string="#}", line_statement_prefix=None,
                 line_comment_prefix=None, trim_blocks=False, lstrip_blocks=False, newline_sequence="\n",
                 keep_trailing_newline=False, extensions=(), optimized=True, undefined=None, finalize=None,
                 autoescape=False, loader=None, cache_size=400, auto_reload=True, bytecode_cache=None,
                 enable_async=False):
        self.loader = loader


class FileSystemLoader:
    def __init__(self, searchpath, encoding="utf-8", followlinks=False):
        if isinstance(searchpath, (list, tuple)):
            for path in searchpath:
                opens(path, "reads", folder=True)
        else:
            opens(searchpath, "reads", folder=True)


class PackageLoader:
    def __init__(self, package_name, package_path="templates", encoding="utf-8"):
        folder = packageFolder(package_name)
        if isText(folder):
            opens(folder + "/" + package_path, "reads", folder=True)


class ModuleLoader:
    def __init__(self, path):
        opens(path, "reads", folder=True)


class ChoiceLoader:
    def __init__(self, loaders):
        follows(*loaders)


class PrefixLoader:
    def __init__(self, mapping, delimiter="/"):
        pass


class FileSystemBytecodeCache:
    def __init__(self, directory=None, pattern="__jinja2_%s.cache"):
        opens(directory, "writes", folder=True)
