"""What the build makes of the third-party files it has fetched."""

import gzip
import json
import re

import pytest

from hatch_build import UNUSED, mirrored, prepared, publish, without_government_marks, without_unused
from tests.modules import ROOT


@pytest.mark.parametrize(
    ("left_to_right", "right_to_left"),
    [
        ("a{margin-left:5px}", "a{margin-right:5px}"),
        ("a{float:left;color:red}", "a{float:right;color:red}"),
        ("a{padding:1px 2px 3px 4px}", "a{padding:1px 4px 3px 2px}"),
        ("a{padding:1px 2px 3px}", "a{padding:1px 2px 3px}"),
        ("a{border-width:max(1px,.1em) 2px 0 0}", "a{border-width:max(1px,.1em) 0 0 2px}"),
        ("@media print{a{left:0;right:auto}}", "@media print{a{right:0;left:auto}}"),
        (".margin-left-3{text-align:left}", ".margin-left-3{text-align:right}"),
        ("a{color:var(--left)}", "a{color:var(--left)}"),
    ],
)
def test_a_stylesheet_is_mirrored_in_what_it_declares_and_not_in_what_it_names(left_to_right, right_to_left):
    assert mirrored(left_to_right) == right_to_left
    assert mirrored(right_to_left) == left_to_right


def test_the_government_s_typeface_and_crest_are_taken_out():
    css = (
        "@font-face{font-family:GDS Transport;src:url(/light.woff2)}"
        "body{font-family:GDS Transport,arial,sans-serif}"
        ".footer{background-image:url(/assets/images/govuk-crest.svg)}"
    )

    assert without_government_marks(css) == "body{font-family:var(--brand-font,arial,sans-serif)}"


def test_a_mark_that_cannot_be_taken_out_stops_the_build():
    with pytest.raises(ValueError, match="GDS Transport"):
        without_government_marks("body{font-family:'GDS Transport'}")


def test_each_stylesheet_gets_its_mirror_image():
    files = {"page.css": "a{left:0}\n/*# sourceMappingURL=page.css.map */", "page.js": "go();//# sourceMappingURL=map"}
    ready = prepared(files)

    assert set(ready) == {"page.css", "page.rtl.css", "page.js"}
    assert "right:0" in ready["page.rtl.css"]
    assert "sourceMappingURL" not in "".join(ready.values())


def test_a_file_is_published_under_a_name_that_holds_its_content(tmp_path):
    publish({"page.css": "a{left:0}"}, tmp_path / "dist")

    published = json.loads((tmp_path / "dist/manifest.json").read_text())["page.css"]
    packed = (tmp_path / f"dist/{published}.gz").read_bytes()
    assert re.fullmatch(r"page\.[0-9a-f]{12}\.css", published)
    assert gzip.decompress(packed) == (tmp_path / "dist" / published).read_bytes() == b"a{left:0}"


PARTS = "".join(
    f"class {name} extends Part{{turn(){{go({{}});}}}}{name}.moduleName='x',{name}.of={{a:1}};" for name in UNUSED
)
STARTED = ",".join(f"[{name}]" for name in UNUSED)
SCRIPT = (
    f"class Button extends Part{{press(){{}}}}Button.moduleName='govuk-button';{PARTS}"
    f"[[Button,e.button],{STARTED}].forEach(start);export{{Button,{','.join(UNUSED)},initAll}};"
)


def test_components_that_no_page_has_are_cut_out_and_the_others_stay():
    assert without_unused(SCRIPT) == (
        "class Button extends Part{press(){}}Button.moduleName='govuk-button';"
        "[[Button,e.button],].forEach(start);export{Button,initAll};"
    )


@pytest.mark.parametrize("slip", [SCRIPT.replace("class Tabs", "class T"), f"{SCRIPT}go(Tabs)"])
def test_a_component_that_cannot_be_cut_out_stops_the_build(slip):
    with pytest.raises(ValueError, match="Tabs"):
        without_unused(slip)


def test_no_page_has_a_component_that_is_cut_out():
    templates = "".join(path.read_text() for path in (ROOT / "app/templates").rglob("*.html"))
    modules = ["govuk-" + re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower() for name in UNUSED]

    assert "govuk-file-upload" in modules
    assert not [module for module in modules if f'data-module="{module}"' in templates]
