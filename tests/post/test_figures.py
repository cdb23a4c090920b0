"""The worker counts figures once nothing else waits, and those that cannot be counted hold nothing up."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest

from app.domain.figures import keeping
from app.post.figures import Figures
from app.post.worker import Worker
from app.services.figures import public
from app.store.figures import kept
from tests.cases import begun, deed


@pytest.fixture
def worker(app, database):
    with database.writing() as session:
        begun(session)
    found = Worker(app)
    found.figures = Figures(slow=1)
    return found


def counted(database):
    with database.reading() as session:
        return [place for place in keeping.places(deed().on) if kept.find(session, place) is not None]


def test_a_worker_with_nothing_to_send_counts_figures_those_that_a_page_begins_with_first(worker, database, smtp):
    worker.drain(Event())
    assert counted(database) == list(keeping.places(deed().on)[:1])

    worker.drain(Event())
    assert counted(database) == list(keeping.places(deed().on)[:2])


def test_figures_that_cannot_be_counted_are_tried_again_later(worker, database, clock):
    def renamed(old, new):
        with database.migrating() as connection:
            connection.exec_driver_sql(f"ALTER TABLE {old} RENAME TO {new}")

    renamed("stated_figure", "lost")
    for _ in range(9):
        worker.figures.step()
    assert counted(database) == []

    renamed("lost", "stated_figure")
    worker.figures.step()
    assert counted(database) == []
    clock.at += keeping.LEASE
    worker.figures.step()
    assert len(counted(database)) == 1


def test_what_everybody_reads_is_counted_anew_after_a_big_change(worker, database, clock):
    with database.writing() as session:
        for period in public.periods(deed().on):
            public.keep(session, period, public.counted(session, period, deed().on), clock.at - timedelta(hours=5))
        public.count_anew(session)

    worker.figures.step()

    with database.reading() as session:
        assert {each.counted_at for each in public.kept(session, deed().on)} == {clock.at}
