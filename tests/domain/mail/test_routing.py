"""Whatever a person answered, whatever we hold and whatever there is to say: nothing goes a way that is not safe."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.state import LetterState
from app.domain.mail.notices import Notice, also_told_by, useful_until, way_for
from app.domain.mail.routing import Outcome, is_stale, may_go, route_letter
from app.domain.people.parties import Authority, PartyState, Role, Share
from app.domain.people.preferences import BARRED_BY, Caution, Detail, Preferences, Safe, Way

DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)

ways = st.lists(st.sampled_from(Way), unique=True, min_size=1).map(tuple)
held = st.frozensets(st.sampled_from([way for way in Way if way is not Way.HERE]))
# Broken and imported histories too: nothing says that the main way is among those chosen, or that any is safe.
answers = st.builds(
    Preferences,
    safe=st.sampled_from(Safe),
    ways=ways,
    main=st.sampled_from(Way),
    detail=st.sampled_from(Detail),
    cautions=st.lists(st.sampled_from(Caution), unique=True).map(tuple),
)
preferences = st.none() | answers
parties = st.builds(PartyState, st.just(1), st.sampled_from(Role), confirmed=st.booleans(), preferences=preferences)
letters = st.builds(
    LetterState,
    number=st.just(1),
    notice=st.sampled_from(Notice),
    stage=st.none(),
    party=st.just(1),
    way=st.none() | st.sampled_from(Way),
    issued_on=st.just(DAY),
    do_by=st.just(DAY),
    sent_on=st.none() | st.just(DAY),
)


def is_safe(chosen: Preferences | None, reachable: frozenset[Way], way: Way) -> bool:
    """The rule, said once more in other words."""
    if chosen is None or way not in chosen.ways:
        return False
    barred = {BARRED_BY.get(caution) for caution in chosen.cautions}
    return way is Way.HERE or (chosen.safe is not Safe.NO and way not in barred and way in reachable)


@given(letters, parties, held)
def test_no_email_goes_where_it_is_not_safe(letter, party, reachable):
    goes = route_letter(letter, party, reachable)

    if isinstance(goes, Detail):
        assert is_safe(party.preferences, reachable, Way.EMAIL)
        assert goes is party.preferences.detail
        assert party.role is Role.RESIDENT or party.confirmed
        assert letter.sent_on is None


@given(letters, parties, held)
def test_an_email_that_is_safe_and_waits_does_go(letter, party, reachable):
    waits = letter.sent_on is None and letter.way is Way.EMAIL
    speaks = party.role is Role.RESIDENT or party.confirmed
    safe = speaks and is_safe(party.preferences, reachable, Way.EMAIL)

    assert isinstance(route_letter(letter, party, reachable), Detail) == (waits and safe)


@given(letters, parties, held)
def test_once_an_address_is_barred_nothing_goes_there(letter, party, reachable):
    assert isinstance(route_letter(letter, party, reachable - {Way.EMAIL}), Outcome)


@given(preferences, held)
def test_a_letter_is_given_a_safe_way_or_none(chosen, reachable):
    way = way_for(chosen, reachable)

    assert way is None or is_safe(chosen, reachable, way)


@given(preferences, held)
def test_the_call_or_text_beside_a_letter_is_safe(chosen, reachable):
    beside = also_told_by(chosen, reachable, way_for(chosen, reachable))

    assert beside is None or is_safe(chosen, reachable, beside)


@given(preferences, held, st.sampled_from([way for way in Way if way is not Way.HERE]))
def test_what_may_go_is_what_was_chosen_is_safe_and_is_held(chosen, reachable, way):
    assert may_go(chosen, reachable, way) == is_safe(chosen, reachable, way)


@given(st.sampled_from(Notice), st.integers(0, 10**6))
def test_every_word_is_stale_one_day_and_not_at_once(notice, seconds):
    until = useful_until(notice, AT)

    assert not is_stale(until, AT)
    assert is_stale(until, until + timedelta(seconds=seconds))
    assert not is_stale(None, AT)


@pytest.mark.parametrize(("notice", "goes"), [(Notice.ENQUIRY_ANSWERED, True), (Notice.ANSWER, False)])
def test_an_mp_gets_their_own_letters_and_no_others_by_email(notice, goes):
    chosen = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL)
    mp = PartyState(
        2, Role.REPRESENTATIVE, authority=Authority.MP_OR_COUNCILLOR, preferences=chosen, share=Share.NOTHING
    )
    letter = LetterState(1, notice, None, 2, Way.EMAIL, DAY, DAY)

    assert isinstance(route_letter(letter, mp, {Way.EMAIL}), Detail) == goes
