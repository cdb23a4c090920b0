"""What machines that watch are told."""

from __future__ import annotations

from datetime import timedelta

from app.services.clock import rounds
from app.store import outbox
from app.store.outbox import Notice


def test_the_process_says_that_it_is_alive(client):
    assert client.get("/healthz").json == {"alive": True}


def test_a_house_in_order_is_ready(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json == {"schema": True, "outbox": True, "nightly_round": True}


def test_word_that_does_not_go_out_is_told(client, database, clock):
    with database.writing() as session:
        outbox.post(session, Notice("one", "receipt", "complaint:1", "<1@example.org>"), clock.at)
    assert client.get("/readyz").status_code == 200

    clock.passes(minutes=16)

    assert client.get("/readyz").status_code == 503
    assert client.get("/readyz").json["outbox"] is False


def test_a_missed_nightly_round_is_told(client, database, clock):
    with database.writing() as session:
        rounds.finish(session, clock.at - timedelta(hours=27))

    assert client.get("/readyz").json["nightly_round"] is False


def test_a_database_of_another_shape_is_told(client, database):
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE round")

    assert client.get("/readyz").status_code == 503
    assert client.get("/readyz").json == {"schema": False}
