"""What is logged: routes and times, and nobody's name, address or words."""

from __future__ import annotations

import json
import logging

import pytest

from app.web.logs import JsonLines, request_id


def test_a_request_is_logged_by_its_route_and_never_by_its_address(client, caplog):
    with caplog.at_level(logging.INFO, "putright.requests"):
        client.get("/staff/set-up/a-secret-token?name=Amina")

    (record,) = [each for each in caplog.records if each.name == "putright.requests"]
    line = json.loads(JsonLines().format(record))
    assert line["route"] == "/staff/set-up/<token>"
    assert line["status"] == 404
    assert "secret" not in json.dumps(line)
    assert "Amina" not in json.dumps(line)


def test_each_answer_says_the_id_of_its_line(client):
    first, second = (client.get("/healthz").headers["X-Request-ID"] for _ in range(2))

    assert first != second
    assert len(first) == 8


def test_a_line_has_the_id_of_the_request_it_was_written_in():
    request_id.set("7Q4K2M9P")
    record = logging.LogRecord("here", logging.INFO, "", 1, "done", (), None)

    assert json.loads(JsonLines().format(record))["request"] == "7Q4K2M9P"


def test_an_exception_is_logged_by_its_class_and_place_and_not_by_what_it_says():
    with pytest.raises(ValueError, match="Amina") as caught:
        raise ValueError("Amina Yusuf, 4 Elm Court")
    record = logging.LogRecord("here", logging.ERROR, "", 1, "failed", (), (caught.type, caught.value, caught.tb))

    line = json.loads(JsonLines().format(record))

    assert line["exception"] == "ValueError"
    assert any(__file__.rpartition("/")[2] in place for place in line["raised"])
    assert "Amina" not in json.dumps(line)
