from jinja2 import ChoiceLoader, FileSystemLoader, ModuleLoader, PackageLoader, PrefixLoader
