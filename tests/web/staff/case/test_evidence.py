"""Photos and papers as staff have them: all that came, put with a case for somebody or for us, and looked at."""

from __future__ import annotations

import io

import pytest
from werkzeug.datastructures import FileStorage

from app.domain.case.flags import Flag, flags
from app.domain.deed import Actor, Deed
from app.domain.landlord.permissions import Role
from app.post.files import Files
from app.services.case import evidence
from app.services.landlord import looked_at
from tests import sent_files, states
from tests.cases import deed
from tests.web.staff.case.conftest import hidden, send, state_of

MOST = 8


@pytest.fixture
def sent(made, app, database, clock):
    """A complaint whose resident sent a photo."""
    worker = Files(app.extensions["config"])
    taken = evidence.take(worker.storage, io.BytesIO(sent_files.photo()), "The damp wall")
    with database.writing() as session:
        by = Deed(Actor("party", f"{made.case_id}.1"), clock.at)
        evidence.add(session, made.reference, 1, taken, by)
    with app.test_request_context():
        assert worker.step()
    return f"/staff/complaints/{made.reference}"


def complaint_of(database, made):
    with database.reading() as session:
        return state_of(session, made)


def a_file(content: bytes = sent_files.PDF) -> dict[str, FileStorage]:
    return {"file": FileStorage(io.BytesIO(content), "inspection.pdf")}


def test_a_new_file_is_marked_until_somebody_has_looked_at_it(handler, sent, made, database):
    assert "New file" in handler.get("/staff/work").text
    page = handler.get(f"{sent}/evidence").text
    assert "The damp wall" in page
    assert "not scanned for viruses" in page

    response = send(handler, f"{sent}/evidence/look", {}, seen=hidden(page, "seen"))

    assert response.status_code == 303
    assert Flag.FILE not in flags(complaint_of(database, made))
    assert "I have looked at the new files" not in handler.get(f"{sent}/evidence").text


def test_a_file_that_came_since_was_not_looked_at(handler, sent, made, app, database):
    seen = hidden(handler.get(f"{sent}/evidence").text, "seen")
    taken = evidence.take(Files(app.extensions["config"]).storage, io.BytesIO(sent_files.PDF), "A letter")
    with database.writing() as session:
        evidence.add(session, made.reference, 1, taken, deed(states.UNDERSTOOD, f"party:{made.case_id}.1"))

    response = send(handler, f"{sent}/evidence/look", {}, seen=seen)

    assert response.status_code == 409
    assert "A letter" in response.text
    assert Flag.FILE in flags(complaint_of(database, made))


def test_staff_put_a_file_with_it_for_somebody_or_for_us(handler, sent, made, database):
    theirs = send(handler, f"{sent}/evidence", {"party": "1", "about": "Her letter", **a_file()})
    ours = send(handler, f"{sent}/evidence", {"party": "0", **a_file()})

    assert theirs.status_code == ours.status_code == 303
    assert [(each.party, each.staff) for each in complaint_of(database, made).files] == [(1, None), (1, 1), (0, 1)]
    page = handler.get(f"{sent}/evidence").text
    assert "The file is kept." in page
    assert "inspection.pdf" in page
    assert "Ours: residents do not see it" in page


def test_a_refused_file_keeps_the_answers(handler, sent):
    response = send(handler, f"{sent}/evidence", {"party": "0", "about": "The report", **a_file(b"MZ")})

    assert response.status_code == 422
    assert "The file must be a photo" in response.text
    assert 'value="The report"' in response.text
    assert "Complaint Handling Code" not in response.text


def test_whose_it_is_must_be_said(handler, sent, made, database):
    response = send(handler, f"{sent}/evidence", a_file())

    assert response.status_code == 422
    assert "Choose whose file it is" in response.text
    assert len(complaint_of(database, made).files) == 1


def test_who_takes_a_file_away_is_written_down(handler, sent, made, database):
    assert handler.get(f"{sent}/evidence/1").status_code == 200
    assert handler.get(f"{sent}/evidence/1/small").status_code == 200
    assert handler.get(f"{sent}/evidence/2").status_code == 404

    with database.reading() as session:
        assert {look.how for look in looked_at.of_case(session, made.case_id)} == {"opened", "exported"}


def test_who_may_only_read_opens_files_and_puts_none(staff_client, sent):
    viewer = staff_client(Role.VIEWER)

    assert viewer.get(f"{sent}/evidence/1").status_code == 200
    assert "Keep this file" not in viewer.get(f"{sent}/evidence").text
    assert send(viewer, f"{sent}/evidence", {"party": "0", **a_file()}).status_code == 404


def test_the_pages_ask_little(handler, sent, queries):
    handler.get(sent)
    for page in ("", "/1", "/1/small"):
        with queries() as asked:
            assert handler.get(f"{sent}/evidence{page}").status_code == 200
        assert len(asked) <= MOST, "\n".join(asked)
