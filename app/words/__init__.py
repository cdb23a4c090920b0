"""How things are said: `say(thing, language)` for reasons, clock steps, events, notices, letters. No Flask.

Each module holds the words of one noun and teaches them to `say`; all are read here: none is forgotten.
"""

from importlib import import_module
from pkgutil import walk_packages

for _module in walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)
