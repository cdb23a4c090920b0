"""Each CSS and JavaScript file under a name that holds its content's hash: browsers may keep it for ever."""

import atexit
import gzip
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from whitenoise import WhiteNoise

STATIC = Path(__file__).parent.parent / "static"
PREFIX = "/static/"
OURS = {".css", ".js", ".svg", ".png", ".ico"}
NOT_INSTALLED = "The front-end files are not installed: run `python3 dev.py setup` and start again."


@dataclass(frozen=True)
class Assets:
    """What may be served, by the plain name that templates use."""

    files: Mapping[str, Path]

    def url(self, name: str) -> str:
        """The address of a file; KeyError for a name that stands for none, so that a slip shows at once."""
        return PREFIX + self.files[name].name

    def serve(self, wsgi_app: Any) -> WhiteNoise:
        """The application with its static files before it."""
        served = WhiteNoise(
            wsgi_app,
            allow_all_origins=False,
            immutable_file_test=lambda path, url: True,
            add_headers_function=_safe_headers,
        )
        for name, path in self.files.items():
            served.add_file_to_dictionary(self.url(name), str(path))
        return served


@cache
def assets(static: Path = STATIC) -> Assets:
    """Third-party files from the build, and our own; without the build the program ends with one sentence."""
    manifest = static / "dist/manifest.json"
    if not manifest.exists():
        raise SystemExit(NOT_INSTALLED)
    installed = {name: manifest.parent / hashed for name, hashed in json.loads(manifest.read_text()).items()}
    ours = sorted(path for path in static.rglob("*") if path.suffix in OURS and "dist" not in path.parts)
    return Assets(installed | _published(ours))


def _published(paths: Iterable[Path]) -> dict[str, Path]:
    # Copied to a folder of this process: the source tree may be read-only, and an edited file needs no build.
    folder = Path(tempfile.mkdtemp(prefix="putright-static-"))
    atexit.register(_remove, folder, os.getpid())
    published = {}
    for path in paths:
        content = path.read_bytes()
        copy = folder / f"{path.stem}.{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"
        copy.write_bytes(content)
        copy.with_name(f"{copy.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        published[path.name] = copy
    return published


def _remove(folder: Path, made_by: int) -> None:
    # A worker that gunicorn has forked ends before the process that made the folder does.
    if os.getpid() == made_by:
        shutil.rmtree(folder, ignore_errors=True)


def _safe_headers(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
