"""Build hook: fetches the front-end packages of assets.lock.json, keeping only what a landlord may serve."""

import gzip
import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatch_npm_vendor.plugin import DEFAULT_REGISTRY
from hatch_npm_vendor.vendor import vendor_package
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BLOCK = re.compile(r"\{([^{}]*)\}")
SIDE = re.compile(r"\b(left|right)\b")
FOUR_SIDES = {"margin", "padding", "border-width", "border-style", "border-color", "inset"}
UNUSED = ("Accordion", "FileUpload", "ServiceNavigation", "Tabs")
VALUE = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")


class AssetHook(BuildHookInterface):
    """Leaves app/static/dist: files named by their content, their gzip twins, and manifest.json."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        lock = (root / "assets.lock.json").read_bytes()
        wanted = hashlib.sha256(lock + Path(__file__).read_bytes()).hexdigest()
        dist = root / "app/static/dist"
        stamp = dist / ".stamp"
        if not stamp.exists() or stamp.read_text() != wanted:
            publish(prepared(fetched(json.loads(lock))), dist)
            stamp.write_text(wanted)
        build_data["artifacts"].append("app/static/dist/*")


def fetched(lock: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The wanted files by name; vendor_package refuses a package whose sha512 is not the one in the lock."""
    files = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, (package, pinned) in enumerate(lock.items()):
            unpacked = Path(folder) / str(number)
            vendor_package(unpacked, package, pinned["version"], pinned["integrity"], registry=DEFAULT_REGISTRY)
            for wanted in pinned["files"]:
                files[Path(wanted).name] = (unpacked / wanted).read_text(encoding="utf-8")
    return files


def prepared(files: Mapping[str, str]) -> dict[str, str]:
    """The files as we serve them, and beside each stylesheet its mirror image for right-to-left languages."""
    ready = {}
    for name, text in files.items():
        ready[name] = re.sub(r"//# sourceMappingURL=\S+|/\*# sourceMappingURL=[^*]*\*/", "", text)
        if name == "govuk-frontend.min.js":
            ready[name] = without_unused(ready[name])
        if name.endswith(".css"):
            ready[name] = without_government_marks(ready[name])
            ready[name.replace(".css", ".rtl.css")] = mirrored(ready[name])
    return ready


def without_government_marks(css: str) -> str:
    """GDS Transport and the royal crest belong to gov.uk alone; the landlord's font stands instead."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", "var(--brand-font,arial,sans-serif)")
    css = re.sub(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}", "", css)
    if "GDS Transport" in css or "crest" in css:
        raise ValueError("GDS Transport or the royal crest is still in the stylesheet.")
    return css


def without_unused(script: str) -> str:
    """GOV.UK Frontend's script without the components that no page of ours has: two fifths of it, on every phone."""
    for name in UNUSED:
        script = _cut(script, f"class {name} extends", "}")
        script = _cut(script, f"{name}.moduleName=", ";")
        script = re.sub(rf"\[{name}(,\w+\.\w+)?\],?|(?<=[{{,]){name},", "", script)
        if re.search(rf"\b{name}\b", script):
            raise ValueError(f"{name} is still in the script.")
    return script


def _cut(script: str, beginning: str, end: str) -> str:
    """The script without what begins so, up to the first such end that stands in no brace opened since."""
    if beginning not in script:
        raise ValueError(f"{beginning} is not in the script.")
    start, depth = script.index(beginning), 0
    for place, sign in enumerate(script[start:], start):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == end and not depth:
            return script[:start] + script[place + 1 :]
    raise ValueError(f"{beginning} has no end.")


def mirrored(css: str) -> str:
    """The stylesheet with left and right exchanged in its declarations; class names stay as they are."""
    return BLOCK.sub(lambda block: "{" + ";".join(map(_mirror, block[1].split(";"))) + "}", css)


def _mirror(declaration: str) -> str:
    name, colon, value = declaration.partition(":")
    name = SIDE.sub(_other, name)
    if "(" not in value:
        value = SIDE.sub(_other, value)
    if name in FOUR_SIDES and len(sides := VALUE.findall(value)) == 4:
        top, right, bottom, left = sides
        value = f"{top} {left} {bottom} {right}"
    if name == "clip-path":  # the arrow of details, drawn as a polygon from the left edge
        value = value.replace("polygon(0 0,100% 50%,0 100%)", "polygon(100% 0,0 50%,100% 100%)")
    return name + colon + value


def _other(side: re.Match[str]) -> str:
    return "right" if side[0] == "left" else "left"


def publish(files: Mapping[str, str], dist: Path) -> None:
    """Write each file under a name that holds its content's hash, so that browsers may keep it for ever."""
    shutil.rmtree(dist, ignore_errors=True)
    dist.mkdir(parents=True)
    manifest = {}
    for name, text in files.items():
        content = text.encode()
        stem, _, ending = name.rpartition(".")
        manifest[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{ending}"
        (dist / manifest[name]).write_bytes(content)
        (dist / f"{manifest[name]}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    (dist / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True))
