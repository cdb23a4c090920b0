"""What the build makes of the third-party files it has fetched."""

import gzip
import json
import re

import pytest

from hatch_build import mirrored, prepared, publish, without_government_marks


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
    ready = prepared({"page.css": "a{left:0}\n/*# sourceMappingURL=page.css.map */", "page.js": "go()"})

    assert set(ready) == {"page.css", "page.rtl.css", "page.js"}
    assert "right:0" in ready["page.rtl.css"]
    assert "sourceMappingURL" not in ready["page.css"]


def test_a_file_is_published_under_a_name_that_holds_its_content(tmp_path):
    publish({"page.css": "a{left:0}"}, tmp_path / "dist")

    published = json.loads((tmp_path / "dist/manifest.json").read_text())["page.css"]
    packed = (tmp_path / f"dist/{published}.gz").read_bytes()
    assert re.fullmatch(r"page\.[0-9a-f]{12}\.css", published)
    assert gzip.decompress(packed) == (tmp_path / "dist" / published).read_bytes() == b"a{left:0}"
