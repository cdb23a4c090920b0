"""Whatever happens to a case, it is counted whole: each stage once, and in one standing (8.1)."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import invariant, rule

from app.domain.case.state import Complaint
from app.domain.figures import counted, filings
from app.domain.figures.counted import NO_COMPLAINT_OF_ITS_OWN
from app.domain.figures.counted_states import Counted, Standing
from app.domain.figures.filing import DECIDED, Outcome
from app.domain.figures.filings import FiledBeside, FiledUnder
from tests.domain.case.histories import deed
from tests.domain.case.lives import AComplaint

KEYS = st.sampled_from([None, "one", "two"])


class ACountedCase(AComplaint):
    """A case as the figures see it after each step."""

    @rule(neighbourhood=st.sampled_from([None, "meads"]), tenure=st.sampled_from([None, "lcra"]))
    def the_home_is_looked_up(self, neighbourhood: str | None, tenure: str | None) -> None:
        self.life.happen(deed(self.today), *filings.file_home(self.life.complaint, neighbourhood, tenure))

    @rule(
        under=st.builds(FiledUnder, KEYS, KEYS, st.sampled_from([None, (), ("two",)]), st.none(), KEYS, KEYS),
        beside=st.builds(FiledBeside, KEYS, KEYS, KEYS),
    )
    def somebody_chooses_how_it_is_counted(self, under: FiledUnder, beside: FiledBeside) -> None:
        before, chosen = self.life.complaint, (under, beside)
        offered = dict.fromkeys((*filings.LISTS.values(), *filings.BESIDE.values()), ("one", "two"))
        if self.happen(deed(self.today), lambda _: [*filings.file_under(before, under, beside, offered)]):
            after = self.life.complaint
            assert _filed(after) == chosen != _filed(before)
            assert under.escalation_reason is None or filings.asked_for_stage_2(before)
            assert (after.stages, after.tasks, after.letters) == (before.stages, before.tasks, before.letters)

    @invariant()
    def it_is_counted_whole(self) -> None:
        complaint = self.life.complaint
        found = counted.of(complaint, self.life.terms.calendar)
        if complaint.ended in NO_COMPLAINT_OF_ITS_OWN:
            assert found == ()
            return
        wanted = [int(stage.stage) for stage in complaint.stages] if complaint.intake.is_complaint else [0]
        assert [each.stage for each in found if each.number == 0] == wanted
        for each in found:
            _holds(each)


def _filed(complaint: Complaint) -> tuple[FiledUnder, FiledBeside]:
    return filings.under(complaint), filings.beside(complaint)


def _holds(each: Counted) -> None:
    """See that the parts of one stage fit together."""
    assert (each.standing is Standing.ANSWERED) is (each.responded_on is not None)
    assert (each.timeliness is None) is (each.responded_on is None or each.due_on is None)
    if each.outcome is Outcome.OVERTAKEN:
        assert each.stage == 1
    if each.standing is Standing.STOPPED:
        assert each.outcome not in DECIDED
        assert each.outcome is not None
    if each.target is not None and each.due_on is not None:
        assert each.due_on >= each.target
    assert each.told_in_time is not True or each.due_on == each.extended_to
