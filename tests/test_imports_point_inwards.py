"""web, cli, post → services → store, words, adapters → domain; and each library in the layer it is for."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter

from tests.modules import ROOT, Module, modules

INNER = {"domain"}
MIDDLE = INNER | {"store", "words", "adapters"}
OUTER = MIDDLE | {"services", "db", "now", "extensions"}

MAY_IMPORT = {
    "domain": INNER,
    "words": INNER | {"words"},
    "adapters": INNER | {"adapters"},
    "store": INNER | {"store"},
    "services": MIDDLE | {"services"},
    "web": OUTER | {"web"},
    "post": OUTER | {"post"},
    "demo": OUTER | {"demo"},
    "cli": OUTER | {"cli", "post", "demo"},
    "factory": OUTER | {"web", "cli", "post", "demo"},
    "db": set(),
    "extensions": set(),
    "now": set(),
}

FLASK = {"babel", "flask", "flask_babel", "werkzeug"}
FOR_THE_WEB = {"flask_login", "flask_wtf", "htmx_flask", "jinja2", "markupsafe", "whitenoise", "wtforms"}
# The one thing of SQLAlchemy that is handed through the layers; only the store asks anything of it.
SESSION = "sqlalchemy.orm.Session"

MAY_USE = {
    "words": {"babel"},
    "store": {"sqlalchemy"},
    "services": {SESSION},
    "web": FLASK | FOR_THE_WEB | {SESSION},
    "post": FLASK | {"flask_mail", SESSION},
    "demo": {SESSION},
    "cli": FLASK | {"alembic", "click", SESSION},
    "factory": FLASK | FOR_THE_WEB | {"sqlalchemy"},
    "extensions": FLASK | FOR_THE_WEB | {"flask_mail"},
    "db": FLASK | {"sqlalchemy"},
    "now": FLASK,
}
NEVER_IN_ADAPTERS = FLASK | FOR_THE_WEB | {"sqlalchemy", "alembic"}


def layer(name: str) -> str:
    """The second word of app.store.case.complaints; an empty string for app itself."""
    return f"{name}.".split(".")[1]


def is_ours(name: str) -> bool:
    return name.split(".")[0] in {"app", "config"}


def wrong_layers(module: Module) -> set[str]:
    ours = {name for name in module.imported if name.startswith("app.")}
    return {name for name in ours if layer(name) not in MAY_IMPORT[layer(module.name)]}


def wrong_libraries(module: Module) -> set[str]:
    foreign = {name for name in module.imported if not is_ours(name)}
    third_party = {name for name in foreign if name.split(".")[0] not in sys.stdlib_module_names}
    if layer(module.name) == "adapters":
        return {name for name in third_party if name.split(".")[0] in NEVER_IN_ADAPTERS}
    allowed = MAY_USE.get(layer(module.name), set())
    return {name for name in third_party if not {name, name.split(".")[0]} & allowed}


def test_every_layer_has_its_rule():
    layers = {layer(module.name) for module in modules("app/")} - {""}

    assert layers <= set(MAY_IMPORT)


def test_imports_point_inwards():
    wrong = {module.name: names for module in modules("app/") if (names := wrong_layers(module))}

    assert wrong == {}


def test_a_library_is_used_only_in_its_layer():
    wrong = {module.name: names for module in modules("app/") if (names := wrong_libraries(module))}

    assert wrong == {}


def test_all_rules_can_be_imported_without_the_web_or_a_database():
    imports = "; ".join(f"import {module.name}" for module in modules("app/domain/"))
    program = f"import sys; {imports}; print(*{{'flask', 'sqlalchemy', 'app.factory'}} & set(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == []


def test_any_rule_can_be_imported_first():
    """What imports in no circle can be imported in any order."""
    needs = {module.name: set(needed(module)) for module in modules("app/domain/")}

    assert len(tuple(TopologicalSorter(needs).static_order())) == len(needs)


def needed(module: Module) -> Iterator[str]:
    """What a module imports as soon as it is imported itself; what only its types need is not among it."""
    ours = {each.name for each in modules("app/domain/")}
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
            yield from names & ours - {module.name}
