"""Who speaks for the resident, on the staff's pages: added, confirmed by a yes or by proof, shut out (ruling 6)."""

from __future__ import annotations

from app.domain.case.readers import may_read_case
from app.domain.people.parties import RepresentativeKind
from tests import states
from tests.forms import press
from tests.web.staff.case.conftest import begin
from tests.web.staff.case.conftest import case as found

SOMEBODY = {"speaker_name": "Ola Nowak", "kind": "attorney", "safe": "yes", "ways": "email", "email": "ola@example.org"}


def at(made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}/parties/2{page}"


def test_somebody_joins_a_case_that_runs_and_is_told_nothing_yet(officer, database):
    made = begin(database, states.acknowledged)
    add = f"/staff/complaints/{made.reference}/representatives"

    missing = press(officer, add, SOMEBODY | {"kind": ""})
    assert missing.status_code == 422
    assert "Choose what they are to the resident" in missing.text
    assert press(officer, add, SOMEBODY).status_code == 303

    party = found(database, made).party(2)
    assert (party.kind, may_read_case(party)) == (RepresentativeKind.ATTORNEY, False)
    case = officer.get(f"/staff/complaints/{made.reference}").text
    assert "Attorney: they have power of attorney" in case
    assert f'href="{at(made)}"' in case
    assert made.reference in officer.get("/staff/search?q=nowak").text


def test_proof_that_was_seen_is_kept_and_lets_them_speak(officer, database):
    made = begin(database, states.acknowledged)
    press(officer, f"/staff/complaints/{made.reference}/representatives", SOMEBODY)
    assert "I saw what lets them speak" in officer.get(at(made)).text

    assert press(officer, at(made, "/proof"), {"words": "The original"}).status_code == 422
    day = {"seen_on-day": "24", "seen_on-month": "11", "seen_on-year": "2026"}
    assert press(officer, at(made, "/proof"), {"words": "The original", **day}).status_code == 303

    assert may_read_case(found(database, made).party(2))
    assert officer.get(at(made)).status_code == 404


def test_staff_write_down_the_residents_no(officer, database):
    made = begin(database, states.for_somebody_else)

    assert officer.get(at(made, "/proof")).status_code == 404
    assert press(officer, at(made, "/end")).status_code == 422
    assert press(officer, at(made, "/end"), {"words": "She told me by phone, alone."}).status_code == 303

    assert found(database, made).party(2).stopped
    assert "Does not speak for the resident" in officer.get(f"/staff/complaints/{made.reference}").text
    assert officer.get(at(made, "/end")).status_code == 404
