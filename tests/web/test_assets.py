"""Static files: found by their plain name, served under one that browsers may keep for ever."""

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from app.web.assets import assets


@pytest.fixture
def static(tmp_path):
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/manifest.json").write_text('{"htmx.min.js": "htmx.min.abc.js"}')
    (tmp_path / "dist/htmx.min.abc.js").write_text("htmx()")
    (tmp_path / "css").mkdir()
    (tmp_path / "css/page.css").write_text("a{color:red}" * 100)
    return tmp_path


def test_a_file_of_ours_is_named_by_its_content(static):
    first = assets(static).url("page.css")
    (static / "css/page.css").write_text("a{color:blue}")
    assets.cache_clear()

    assert first.startswith("/static/page.")
    assert assets(static).url("page.css") != first


def test_a_file_is_served_packed_and_for_ever(static):
    client = Client(assets(static).serve(Response("no such page", status=404)))

    with client.get(assets(static).url("page.css"), headers={"Accept-Encoding": "gzip"}) as answer:
        pass

    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_what_the_build_left_beside_its_files_is_not_served(static):
    client = Client(assets(static).serve(Response("no such page", status=404)))

    assert client.get("/static/manifest.json").status_code == 404
    assert client.get("/static/dist/manifest.json").status_code == 404


def test_a_name_that_stands_for_nothing_is_refused(static):
    with pytest.raises(KeyError):
        assets(static).url("pgae.css")


def test_without_the_build_the_program_ends_with_one_sentence(tmp_path):
    with pytest.raises(SystemExit, match=r"dev\.py setup"):
        assets(tmp_path)
