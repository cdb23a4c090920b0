"""Everything that can be tried on a promise, in any order, while its complaint lives on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from app.domain.case import closures
from app.domain.case.closures import ClosingDraft
from app.domain.case.findings import PromiseDraft
from app.domain.history import Event
from app.domain.promises import endings, promises, verdicts
from app.domain.promises.ledger import Approach, Ending, Look, Source, Verdict
from app.domain.promises.promises import GivenDraft
from tests.domain.case.histories import deed
from tests.domain.case.lives import AComplaint

NUMBER = st.integers(1, 2)


class AComplaintWithPromises(AComplaint):
    """One complaint, and what was promised in it."""

    def staff_do(self, do: Callable[..., Event | Iterable[Event]], *arguments: object, **more: object) -> None:
        """Let a member of staff try it."""
        life = self.life

        def decide(by: object) -> Iterable[Event]:
            found = do(life.complaint, *arguments, deed=by, write=life.write, **more)
            return found if isinstance(found, tuple) else [found]  # type: ignore[list-item]

        self.happen(deed(self.today), decide)

    @rule(ahead=st.sampled_from([-1, 0, 3, 30]), source=st.sampled_from(Source))
    def give_a_promise(self, ahead: int, source: Source) -> None:
        draft = GivenDraft(PromiseDraft("Ring her", 2, self.today + timedelta(days=ahead)), source, self.today)
        self.staff_do(promises.give, draft, ())

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, owner=st.integers(1, 3))
    def hand_a_promise_over(self, number: int, owner: int) -> None:
        life = self.life
        self.happen(deed(self.today), lambda _: [promises.hand_over(life.complaint, number, owner, "", ())])

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, ahead=st.sampled_from([-1, 0, 5, 20]))
    def move_a_promise(self, number: int, ahead: int) -> None:
        self.staff_do(promises.move, number, self.today + timedelta(days=ahead), "The part is late")

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, proof=st.sampled_from(["Seen", "Seen", ""]))
    def keep_a_promise(self, number: int, proof: str) -> None:
        self.staff_do(promises.finish, number, self.today, proof)

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, verdict=st.sampled_from(Verdict), words=st.sampled_from(["Still cold", ""]))
    def judge_a_promise(self, number: int, verdict: Verdict, words: str) -> None:
        life = self.life
        judge = partial(verdicts.judge, terms=life.terms, write=life.write)
        by = deed(self.today, "party:1.1")
        self.happen(by, lambda by: [judge(life.complaint, number, 1, verdict, words, deed=by)])

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, look=st.sampled_from(Look))
    def look_into_a_promise(self, number: int, look: Look) -> None:
        self.staff_do(verdicts.look_into, number, look, self.today, "Went there")

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, by=st.sampled_from(Approach))
    def try_to_get_in(self, number: int, by: Approach) -> None:
        self.staff_do(endings.try_access, number, by, self.today, "Nobody in")

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER)
    def miss_an_appointment(self, number: int) -> None:
        life = self.life
        self.happen(
            deed(self.today), lambda by: [endings.miss_appointment(life.complaint, number, self.today, deed=by)]
        )

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=NUMBER, how=st.sampled_from(Ending), said=st.booleans())
    def end_a_promise(self, number: int, how: Ending, said: bool) -> None:
        self.staff_do(endings.end, number, how, self.today, "Why", resident_said=said)

    @precondition(lambda self: self.life.complaint.promises)
    @rule()
    def the_night_asks(self) -> None:
        life = self.life
        self.happen(deed(self.today, "clock"), lambda by: verdicts.ask(life.complaint, deed=by))

    @precondition(lambda self: self.life.complaint.current is not None and self.life.complaint.current.answered_on)
    @rule(learning=st.sampled_from(["Order it at once", "Order it at once", ""]))
    def close_it(self, learning: str) -> None:
        self.staff_do(closures.close, ClosingDraft("", "Nobody rang", learning, wider=False), ())
