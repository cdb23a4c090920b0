"""The project's own Python files, read and parsed, for the tests that look at the whole house."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("app", "bench", "docs", "migrations", "tests")
MADE = {"dist", "__pycache__", "data"}  # by builds and runs, never committed
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    path: Path

    @property
    def where(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        return self.where.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    @property
    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    @property
    def imported(self) -> Iterator[str]:
        """Full names: `from app.domain import deed` gives app.domain.deed."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            if isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Every file that is, or will be, committed; with these endings when some are given."""
    nested = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    ours = (path for path in (*ROOT.iterdir(), *nested) if path.is_file() and not MADE & set(path.parts))
    return tuple(sorted(path for path in ours if not endings or path.suffix in endings))


@cache
def modules(folder: str = "") -> tuple[Module, ...]:
    """Every module of the project, or of one of its folders."""
    return tuple(Module(path) for path in files(".py") if path.relative_to(ROOT).as_posix().startswith(folder))
