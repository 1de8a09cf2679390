from importlib import resources
open(resources.files(__package__) / "own.txt")  #! file reads own.txt beside=shop/__init__.py
