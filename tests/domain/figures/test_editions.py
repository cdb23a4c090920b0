"""An annual report is signed only when whole, frozen from then on, and published only with its answer (8.1, 8.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.figures import editions
from app.domain.figures.edition_events import EditionParagraphWritten, EditionSigned, Event, apply, fold
from app.domain.figures.edition_states import PARTS, Edition, Frozen, Place, Stage, Use, slug
from app.domain.figures.edition_whys import EditionWhy
from app.domain.figures.editions import BoardDraft, SignatureDraft
from app.domain.figures.periods import Basis, Period
from app.domain.figures.reconciliation import Fault
from app.domain.record import facts, read
from app.domain.refused import Refused
from app.domain.said import Said

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
AFTER = date(2026, 5, 4)
FIGURES = Frozen(1, "aa", AFTER)
EARLY = Frozen(1, "bb", date(2026, 3, 31))
SIGNER = SignatureDraft("Jo Bell", "Director of Housing")
BOARD = BoardDraft("Ann Lee", AFTER, "We welcome it.")
WHOLE = dict.fromkeys(PARTS, "Words.")
DRAFTED = {Place(Use.ANALYSIS, "volumes"): "We received 3 complaints."}


class Pen:
    """Keeps words as the services do, without salt."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def __call__(self, kind: object, text: str) -> Said:
        self.kept.append(text)
        return Said(len(self.kept), text)


def refused(act: Any, *given: Any) -> list[object]:
    """Why it may not be done."""
    with pytest.raises(Refused) as caught:
        act(*given)
    return [gap.why for gap in caught.value.gaps]


def begun(*more: Event, figures: Frozen = FIGURES, others: tuple[Edition, ...] = ()) -> Edition:
    """An edition that was begun, and what happened to it since."""
    return fold((editions.begin(1, others, YEAR, Basis.RECEIVED, figures), *more))


def signed(edition: Edition | None = None) -> Edition:
    """One that somebody signed."""
    edition = edition or begun()
    events = editions.sign(edition, SIGNER, (), DRAFTED, AFTER, Pen())
    return then(edition, *events)


def answered() -> Edition:
    """One that the governing body answered."""
    edition = signed()
    return then(edition, editions.respond(edition, BOARD, AFTER, Pen()))


def published() -> Edition:
    """One that everybody may read."""
    edition = answered()
    return then(edition, editions.publish(edition, AFTER))


def then(edition: Edition, *events: Event) -> Edition:
    """The edition after these events too."""
    for event in events:
        edition = apply(edition, event)
    return edition


@pytest.mark.parametrize(
    ("first", "last", "called"),
    [
        (date(2025, 4, 1), date(2026, 3, 31), "2025-26"),
        (date(1999, 4, 1), date(2000, 3, 31), "1999-00"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 7, 1), date(2026, 6, 30), "2025-26-from-07"),
    ],
)
def test_a_year_has_one_name_in_addresses(first: date, last: date, called: str) -> None:
    assert slug(Period(first, last)) == called


def test_a_report_is_of_a_whole_year_that_has_begun_and_is_made_once() -> None:
    half = Period(YEAR.first, date(2025, 9, 30))

    def begin(period: Period, *others: Edition, on: date = AFTER) -> object:
        return editions.begin(2, others, period, Basis.RECEIVED, replace(FIGURES, on=on))

    assert refused(begin, half) == [EditionWhy.NOT_A_YEAR]
    assert refused(lambda: begin(YEAR, on=date(2025, 3, 1))) == [EditionWhy.YEAR_NOT_BEGUN]
    assert refused(begin, YEAR, begun()) == [EditionWhy.BEGUN_ALREADY]
    assert refused(begin, YEAR, signed()) == [EditionWhy.BEGUN_ALREADY]


def test_another_edition_of_a_published_year_puts_it_right() -> None:
    assert editions.begin(2, [published()], YEAR, Basis.RECEIVED, FIGURES).replaces == 1
    assert editions.put_in_place_of(published(), 2)
    withdrawn = then(published(), editions.withdraw(published(), "Wrong.", AFTER, Pen()))
    assert editions.begin(2, [withdrawn], YEAR, Basis.RECEIVED, FIGURES).replaces == 1
    assert editions.put_in_place_of(withdrawn, 2) == ()


def test_nobody_signs_without_each_part_naming_it() -> None:
    gaps = editions.unfit(begun(), {PARTS[1]: "Words.", PARTS[2]: " "}, ())

    assert [gap.why.paragraph for gap in gaps] == ["8.1 a", "8.1 c", "8.1 d", "8.1 e", "8.1 f"]
    assert editions.unfit(begun(), WHOLE, ()) == ()


def test_nobody_signs_figures_that_do_not_add_up_or_were_counted_too_early() -> None:
    faults = (Fault("stages.1.outcomes", 3, 2),)

    gaps = editions.unfit(begun(figures=EARLY), WHOLE, faults)

    assert [gap.why for gap in gaps] == [EditionWhy.YEAR_NOT_OVER, EditionWhy.FIGURES_DO_NOT_ADD_UP]
    assert refused(editions.sign, begun(), SIGNER, gaps, {}, AFTER, Pen()) == [gap.why for gap in gaps]


def test_who_signs_says_who_and_what_they_are() -> None:
    pen = Pen()

    found = refused(editions.sign, begun(), SignatureDraft(" ", ""), (), {}, AFTER, pen)

    assert found == [EditionWhy.SIGNED_WITHOUT_NAME, EditionWhy.SIGNED_WITHOUT_ROLE]
    assert pen.kept == [], "what is refused is not kept"


def test_signing_keeps_the_drafts_that_stand_and_no_others() -> None:
    place = next(iter(DRAFTED))
    mine = editions.write(begun(), place, "Mine.", Pen())

    assert [type(each) for each in editions.sign(begun(), SIGNER, (), DRAFTED, AFTER, Pen())] == [
        EditionParagraphWritten,
        EditionSigned,
    ]
    assert [type(each) for each in editions.sign(begun(mine), SIGNER, (), DRAFTED, AFTER, Pen())] == [EditionSigned]


def test_signing_freezes_figures_and_words() -> None:
    for edition in (signed(), answered(), published()):
        assert refused(editions.recount, edition, FIGURES) == [EditionWhy.SIGNED_ALREADY]
        assert refused(editions.write, edition, PARTS[0], "Other.", Pen()) == [EditionWhy.SIGNED_ALREADY]
        assert refused(editions.sign, edition, SIGNER, (), {}, AFTER, Pen()) == [EditionWhy.SIGNED_ALREADY]


def test_the_governing_body_answers_what_is_signed_by_name_day_and_words() -> None:
    to_come = BoardDraft("", date(2026, 5, 5), " ")
    early = BoardDraft("Jo Chair", date(2026, 3, 31), "We agree.")
    assert refused(editions.respond, signed(), early, AFTER, Pen()) == [EditionWhy.BOARD_DAY_TOO_EARLY]

    assert refused(editions.respond, begun(), BOARD, AFTER, Pen()) == [EditionWhy.NOT_SIGNED]
    assert refused(editions.respond, published(), BOARD, AFTER, Pen()) == [EditionWhy.PUBLISHED_ALREADY]
    assert refused(editions.respond, signed(), to_come, AFTER, Pen()) == [
        EditionWhy.BOARD_WITHOUT_NAME,
        EditionWhy.BOARD_DAY_TO_COME,
        EditionWhy.BOARD_WITHOUT_WORDS,
    ]
    assert refused(editions.respond, signed(), replace(BOARD, on=None), AFTER, Pen()) == [EditionWhy.BOARD_WITHOUT_DAY]
    assert editions.respond(answered(), BOARD, AFTER, Pen()), "it may be given anew until it is published"


def test_it_is_published_with_the_answer_beside_it_and_once() -> None:
    assert refused(editions.publish, begun(), AFTER) == [EditionWhy.NOT_SIGNED]
    assert refused(editions.publish, signed(), AFTER) == [EditionWhy.NO_BOARD_RESPONSE]
    assert refused(editions.publish, published(), AFTER) == [EditionWhy.PUBLISHED_ALREADY]


def test_what_was_signed_is_withdrawn_with_a_reason_and_for_good() -> None:
    assert refused(editions.withdraw, signed(), " ", AFTER, Pen()) == [EditionWhy.WITHDRAWN_WITHOUT_REASON]
    assert editions.withdraw(begun(), "", AFTER, Pen()).why is None
    gone = then(published(), editions.withdraw(published(), "Wrong.", AFTER, Pen()))
    assert gone.stage is Stage.WITHDRAWN
    for act in (
        lambda: editions.withdraw(gone, "Again.", AFTER, Pen()),
        lambda: editions.write(gone, PARTS[0], "Other.", Pen()),
        lambda: editions.publish(gone, AFTER),
    ):
        assert refused(act) == [EditionWhy.OVER_FOR_GOOD]


def test_a_place_is_read_from_its_own_address() -> None:
    for place in (*PARTS, Place(Use.LEARNING, "outcomes.1-a")):
        assert Place.parse(str(place)) == place
    assert Place.parse("learning-") is Place.parse("elsewhere-volumes") is None


class AnyEdition(RuleBasedStateMachine):
    """Whatever is pressed in whatever order, by whoever."""

    def __init__(self) -> None:
        super().__init__()
        self.pen = Pen()
        self.events: list[Event] = [editions.begin(1, (), YEAR, Basis.RECEIVED, FIGURES)]
        self.frozen: Edition | None = None

    def press(self, decide: Any, *given: Any) -> None:
        """Do it, unless it is refused."""
        edition = fold(self.events)
        try:
            found = decide(edition, *given)
        except Refused:
            return
        self.events += found if isinstance(found, tuple) else (found,)
        after = fold(self.events)
        if after.signature is not None and self.frozen is None:
            self.frozen = after

    def words(self) -> dict[Place, str]:
        """What is written last at each place."""
        paragraphs = fold(self.events).paragraphs
        return {each.place: self.pen.kept[each.versions[-1].number - 1] for each in paragraphs}

    @rule(place=st.sampled_from(PARTS), words=st.sampled_from(["", "Words.", "Others."]))
    def write(self, place: Place, words: str) -> None:
        self.press(editions.write, place, words, self.pen)

    @rule()
    def write_all(self) -> None:
        for place in PARTS:
            self.press(editions.write, place, "Words.", self.pen)

    @rule(early=st.booleans())
    def recount(self, early: bool) -> None:
        self.press(editions.recount, EARLY if early else FIGURES)

    @rule()
    def hold(self) -> None:
        self.press(lambda edition: editions.hold(edition, editions.written_before(edition, self.words())))

    @rule()
    def sign(self) -> None:
        gaps = editions.unfit(fold(self.events), self.words(), ())
        self.press(editions.sign, SIGNER, gaps, DRAFTED, AFTER, self.pen)

    @rule()
    def respond(self) -> None:
        self.press(editions.respond, BOARD, AFTER, self.pen)

    @rule()
    def publish(self) -> None:
        self.press(editions.publish, AFTER)

    @rule()
    def be_replaced(self) -> None:
        self.press(editions.put_in_place_of, 2)

    @rule(reason=st.sampled_from(["", "It was wrong."]))
    def withdraw(self, reason: str) -> None:
        self.press(editions.withdraw, reason, AFTER, self.pen)

    @invariant()
    def what_is_signed_is_whole_and_stays(self) -> None:
        edition = fold(self.events)
        if edition.signature is None:
            return
        assert self.frozen is not None
        assert (edition.figures, edition.paragraphs) == (self.frozen.figures, self.frozen.paragraphs)
        assert editions.unfit(edition, self.words(), ()) == ()

    @invariant()
    def what_is_public_is_signed_and_answered(self) -> None:
        edition = fold(self.events)
        if edition.stage in (Stage.PUBLISHED, Stage.REPLACED):
            assert edition.signature is not None
            assert edition.response is not None

    @invariant()
    def every_event_reads_back_the_same(self) -> None:
        last = self.events[-1]
        assert read(type(last), facts(last)) == last


TestAnyEdition = AnyEdition.TestCase
TestAnyEdition.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
