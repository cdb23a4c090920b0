"""Two complaints of one person put together, points that leave, and links between cases (ruling 18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import acknowledgements, links, merges, splits
from app.domain.case.kin import Bond
from app.domain.case.vocabulary import Danger, Ended
from app.domain.clock import duties, hazards
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.hazard_laws import HazardKind
from app.domain.clock.hazards import HazardDraft
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from app.domain.people.parties import PreferencesSet
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, a_definition, deed, received
from tests.domain.case.test_new_points import JOINED, answered, decided, raised, understood

FRIDAY = date(2026, 11, 27)
EARLIER = date(2026, 11, 19)


def another(on: date = EARLIER) -> Life:
    """A second complaint of the same person, under a reference of its own."""
    life = received(on)
    life.complaint = replace(life.complaint, reference="4M2X-9QRT")
    return life


def merge(kept: Life, other: Life, on: date = FRIDAY) -> merges.MergedFrom:
    by = deed(on)
    event = merges.merge(kept.complaint, other.complaint, 2, other.words, terms=kept.terms, deed=by, write=kept.write)
    other.complaint = merges.apply(other.complaint, merges.end(kept.complaint, 1, by))
    kept.happen(by, event)
    return event


def refused(kept: Life, other: Life) -> Why:
    with pytest.raises(Refused) as found:
        merge(kept, other)
    return found.value.why


class TestMerging:
    def test_the_earlier_day_counts_and_no_date_moves_later(self):
        kept, other = understood(), another()
        before, theirs = kept.complaint.stage_1, other.complaint.stage_1
        merge(kept, other)

        stage = kept.complaint.stage_1
        assert kept.complaint.received_on == EARLIER
        assert stage.began_on == EARLIER
        assert stage.acknowledge_by == theirs.acknowledge_by
        assert stage.respond_by <= min(before.respond_by, theirs.respond_by)
        assert stage.respond_by <= stage.limit <= before.limit

    def test_a_later_one_moves_nothing(self):
        kept, other = understood(), another(date(2026, 11, 26))
        before = kept.complaint.stage_1
        merge(kept, other)

        assert kept.complaint.stage_1 == before

    def test_both_first_words_are_kept_and_are_to_be_in_the_definition(self):
        kept, other = understood(), another()
        event = merge(kept, other)

        assert [kept.words[each.said.number] for each in kept.complaint.kin.originals] == ["The boiler is broken"]
        assert [kept.words[said.number] for said in event.points] == ["The boiler is broken"]
        assert kept.complaint.to_place == event.points
        due = [each.due_on for each in duties.of(kept.complaint) if each.kind is DutyKind.CORRECT_DEFINITION]
        assert due == [min(other.complaint.stage_1.acknowledge_by, kept.terms.in_working_days(FRIDAY, 2))]

    def test_the_first_acknowledgement_of_both_counts(self):
        kept, other = understood(), another()
        by = deed(date(2026, 11, 20))
        other.happen(
            by,
            acknowledgements.acknowledge(
                other.complaint, a_definition(), 1, None, terms=other.terms, deed=by, write=other.write
            ),
        )
        other.complaint = replace(other.complaint, reference="4M2X-9QRT")
        other.send(other.issue(by, Notice.ACKNOWLEDGED, Stage.ONE), by)
        merge(kept, other)

        assert kept.complaint.stage_1.acknowledgement_sent_on == date(2026, 11, 20)
        assert kept.complaint.stage_1.respond_by == other.complaint.stage_1.respond_by

    def test_the_other_ends_and_leads_here_and_its_stage_asks_nothing_more(self):
        kept, other = understood(), another()
        merge(kept, other)

        assert other.complaint.ended is Ended.MERGED
        assert other.complaint.kin.merged_into == kept.complaint.reference
        assert {each.kind for each in duties.of(other.complaint)} <= {DutyKind.POST_LETTER}

    def test_a_danger_and_what_was_answered_or_asked_stay_where_they_are(self):
        danger = another()
        damp, terms = HazardDraft((HazardKind.DAMP_OR_MOULD,)), danger.terms
        raised = hazards.raise_hazard(danger.complaint, damp, terms=terms, deed=deed(), write=danger.write)
        danger.complaint = hazards.apply(danger.complaint, raised)
        waits = another()
        waits.complaint = replace(waits.complaint, stage_2_waits=True)

        assert refused(understood(), danger) is Why.MERGE_HAZARD_RUNS
        assert refused(understood(), waits) is Why.MERGE_NOT_NOW
        assert refused(answered(), another()) is Why.MERGE_NOT_NOW
        assert refused(another(), answered()) is Why.MERGE_NOT_NOW

    def test_what_they_said_of_their_safety_is_never_mixed(self):
        other = another()
        other.happen(deed(EARLIER), PreferencesSet(1, Preferences(Safe.NO, (Way.HERE,), Way.HERE)))
        other.complaint = replace(other.complaint, reference="4M2X-9QRT")

        assert refused(understood(), other) is Why.MERGE_SAFETY_DIFFERS

    @pytest.mark.parametrize("what", [{"died": True}, {"stopped": True}, {"moved_on": EARLIER}])
    def test_nobody_is_written_to_by_it_who_was_not_any_more(self, what):
        other = another()
        (resident,) = other.complaint.parties
        other.complaint = replace(other.complaint, parties=(replace(resident, **what),))

        assert refused(understood(), other) is Why.MERGE_SAFETY_DIFFERS

    def test_whom_one_is_kept_from_never_sees_it_in_the_other(self):
        other = another()
        other.complaint = replace(other.complaint, concerned=frozenset({3}))

        assert refused(understood(), other) is Why.MERGE_VIEWERS_DIFFER

    def test_an_acknowledged_one_is_the_one_to_keep(self):
        kept = another()

        assert refused(kept, understood()) is Why.MERGE_KEEP_ACKNOWLEDGED

    def test_a_group_is_not_one_person(self):
        group = another()
        group.complaint = replace(group.complaint, people=3)

        assert refused(understood(), group) is Why.MERGE_PEOPLE_DIFFER
        assert refused(understood(), understood()) is Why.NO_SUCH_CASE

    def test_all_that_was_understood_of_the_other_and_raised_since_is_to_be_answered_here(self):
        kept, other = understood(), understood()
        other.complaint = replace(other.complaint, reference="4M2X-9QRT")
        decided(other, raised(other), JOINED)
        event = merge(kept, other)

        assert [kept.words[said.number] for said in event.points] == ["The boiler", "The bill", "The radiators leak"]

    def test_what_would_be_lost_with_the_other_stops_it(self):
        waits, took = understood(), understood()
        raised(waits)
        merge(took, another())
        for other in (waits, took):
            other.complaint = replace(other.complaint, reference="7Z7Z-7Z7Z")
            assert refused(understood(), other) is Why.MERGE_NOT_NOW


class TestLinking:
    def test_two_are_linked_once_and_parted(self):
        complaint = received().complaint
        tied = links.apply(complaint, links.link(complaint, 2, "4M2X-9QRT", Bond.RELATED))

        with pytest.raises(Refused) as twice:
            links.link(tied, 2, "4M2X-9QRT", Bond.RELATED)
        assert twice.value.why is Why.LINKED_ALREADY
        apart = links.apply(tied, links.separate(tied, "4M2X-9QRT"))
        assert apart == complaint
        with pytest.raises(Refused) as gone:
            links.separate(apart, "4M2X-9QRT")
        assert gone.value.why is Why.NOT_LINKED

    def test_no_complaint_is_linked_with_itself_and_what_took_another_in_keeps_it(self):
        kept, other = understood(), another()
        with pytest.raises(Refused) as itself:
            links.link(kept.complaint, 1, kept.complaint.reference, Bond.RELATED)
        assert itself.value.why is Why.NO_SUCH_CASE
        merge(kept, other)

        for complaint, of in ((kept.complaint, other), (other.complaint, kept)):
            with pytest.raises(Refused) as stays:
                links.separate(complaint, of.complaint.reference)
            assert stays.value.why is Why.LINK_STAYS


class TestSplitting:
    def test_a_point_leaves_and_the_other_keeps_its_number(self):
        life = understood()
        event = splits.split(life.complaint, [1], "4M2X-9QRT")
        life.happen(deed(FRIDAY), event)

        assert [life.words[said.number] for said in event.said] == ["The boiler"]
        assert [point.number for point in life.complaint.definition.points] == [2]

    @pytest.mark.parametrize(
        ("points", "why"),
        [([], Why.SPLIT_WITHOUT_POINT), ([7], Why.SPLIT_WITHOUT_POINT), ([1, 2], Why.SPLIT_LEAVES_NOTHING)],
    )
    def test_neither_is_left_without_a_point(self, points, why):
        with pytest.raises(Refused) as found:
            splits.split(understood().complaint, points, "")
        assert found.value.why is why

    def test_only_what_was_understood_and_not_answered_can_be_parted(self):
        for life in (received(danger=Danger.NO), answered()):
            with pytest.raises(Refused) as found:
                splits.split(life.complaint, [1], "")
            assert found.value.why is Why.SPLIT_NOT_NOW
