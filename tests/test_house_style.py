"""What every file of the house keeps to, whoever writes it."""

import ast
import re
from pathlib import Path

from tests.modules import ROOT, Function, Module, files, modules

AT_ONCE = re.compile(r"assert .*\.is_(visible|hidden|checked|enabled|disabled)\(\)")
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
CLOCKS = re.compile(r"\b(datetime|date|time)\.(now|utcnow|today|time)\(")
DRAWER = re.compile(r"\b(utils?|helpers?|misc|common)\b")
TEXT = (".py", ".html", ".txt", ".css", ".js", ".md", ".toml", ".json", ".po", "")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
SOMEBODYS_MACHINE = re.compile(r"registry\.|pythonhosted|(?<!emit-)index-url\b|find-links|/(opt|home|work)/")


def test_a_module_is_short():
    lengths = {module.where: module.text.count("\n") for module in modules()}

    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_a_function_is_short():
    lengths = {f"{module.where} {each.name}": lines(each) for module in modules() for each in module.functions}

    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_a_module_says_what_it_is_for():
    silent = [module.where for module in modules() if module.tree.body and not ast.get_docstring(module.tree)]

    assert silent == []


def test_what_others_call_in_the_rules_and_services_says_what_it_gives_and_refuses():
    called = [
        (module, each)
        for layer in ("domain", "services")
        for module in modules(f"app/{layer}/")
        for each in module.tree.body
        if is_public(each)
    ]

    assert [f"{module.where} {each.name}" for module, each in called if not ast.get_docstring(each)] == []


def test_no_module_is_a_drawer():
    assert [module.where for module in modules() if DRAWER.search(module.name)] == []


def test_the_day_of_an_instant_is_asked_of_london():
    days = [
        f"{module.where}:{call.lineno}"
        for module in modules("app/")
        for call in module.calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "date" and not call.args
    ]

    # elsewhere .date() would give yesterday for an hour every summer night: deed.on and london_day do not
    assert [where for where in days if not where.startswith("app/domain/deed.py")] == []


def test_the_clock_is_read_in_one_place():
    reads = [module.where for module in (*modules("app/"), *modules("config")) if reads_the_clock(module)]

    assert reads == ["app/now.py"]


def test_only_what_the_database_keeps_is_called_a_row():
    tables = {each.name for module in modules("app/store/") for each in module.classes if is_a_table(each)}
    rows = {each.name for module in modules("app/") for each in module.classes if each.name.endswith("Row")}

    assert tables == rows


def test_nothing_is_left_for_later():
    assert [path for path in others() if UNFINISHED.search(path.read_text(encoding="utf-8"))] == []


def test_no_file_names_somebodys_machine():
    assert [path for path in others() if SOMEBODYS_MACHINE.search(path.read_text(encoding="utf-8"))] == []


def test_a_lock_holds_hashes_and_no_address():
    locks = [path.read_text() for path in (*ROOT.glob("requirements*.txt"), ROOT / "assets.lock.json")]

    assert all("sha" in text and "://" not in text for text in locks)


def test_the_tests_are_in_no_package():
    assert list(Path(__file__).parent.rglob("__init__.py")) == []


def others() -> list[Path]:
    """Every text but this one, which has to write what it forbids."""
    return [path for path in files(*TEXT) if path != Path(__file__)]


def lines(function: Function) -> int:
    return function.end_lineno - function.lineno + 1


def is_public(node: ast.stmt) -> bool:
    return isinstance(node, Function) and not node.name.startswith("_")


def reads_the_clock(module: Module) -> bool:
    return any(CLOCKS.search(ast.unparse(call)) for call in module.calls)


def is_a_table(node: ast.ClassDef) -> bool:
    return any(isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "__tablename__" for each in node.body)


def test_a_browser_is_waited_for():
    at_once = [module.where for module in modules("tests/browser/") if AT_ONCE.search(module.text)]

    # what is asked at once may be asked of the page before: expect(...) waits until it is so
    assert at_once == []
