"""Answers as they were typed, read as the complaint they make: also for the short way and for who cannot ring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import TypeVar

from sqlalchemy.orm import Session

from app.adapters import contacts
from app.domain.case.complaints import Arrival
from app.domain.case.drafts import FOR_WHOM, Answers, Whose
from app.domain.case.vocabulary import Danger, Wanted
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import HazardKind
from app.domain.clock.hazard_states import KnownFrom
from app.domain.clock.hazards import HazardDraft
from app.domain.people.adjustments import Need
from app.domain.people.homes import parted, postcode
from app.domain.people.parties import Authority, RepresentativeKind, Role
from app.domain.people.preferences import Caution, Detail, Preferences, Safe, Way
from app.domain.people.representatives import authority
from app.services.case.complaints import NewComplaint
from app.services.people import enquirers, homes
from app.services.people.parties import Person

Choice = TypeVar("Choice", bound=Enum)

FIELD_OF = {Way.EMAIL: "email", Way.TEXT: "text_to", Way.PHONE: "phone", Way.LETTER: "letter_to"}
"""The question that holds the address or number of each way."""


def new_complaint(session: Session, answers: Answers, on: date) -> NewComplaint:
    """Return the complaint that these answers make on this day."""
    home, address, code = _where(session, answers)
    whose = _one(Whose, answers, "whose", Whose.ME)
    speaks = whose is Whose.SOMEONE_ELSE
    arrival = Arrival(
        words=_text(answers, "words"),
        happened_on=on,
        for_whom=FOR_WHOM[whose],
        people=int(_text(answers, "people").replace(",", "") or 1) if whose is Whose.GROUP else 1,
        danger=_one(Danger, answers, "danger", Danger.NOT_SURE),
        wanted=tuple(_many(Wanted, answers, "wanted")),
        wanted_words=_text(answers, "wanted_words"),
        home=home,
    )
    resident = Person(name="" if whose is Whose.NO_NAME else _text(answers, "name"), address=address, postcode=code)
    hazard = _hazard(answers, arrival.danger, on)
    if not speaks:
        group_name = _text(answers, "group_name") if whose is Whose.GROUP else ""
        return NewComplaint(arrival, _eased(_reached(resident, answers), answers), hazard=hazard, group_name=group_name)
    speaker = _reached(_speaker(answers), answers)
    letter = speaker.authority is Authority.MP_OR_COUNCILLOR
    if letter or _text(answers, "needs_of") == "speaker":
        return NewComplaint(arrival, resident, _eased(speaker, answers), hazard, is_letter=letter)
    return NewComplaint(arrival, _eased(resident, answers), speaker, hazard)


def _hazard(answers: Answers, danger: Danger, on: date) -> HazardDraft | None:
    """Return the danger in the home that was ticked, known since the day they first told us if that was before."""
    kinds, told = tuple(_many(HazardKind, answers, "hazards")), _text(answers, "first_told")
    if not kinds:
        return None
    draft, earlier = HazardDraft(kinds, urgent=danger is Danger.NOW), date.fromisoformat(told) if told else on
    return draft if earlier >= on else replace(draft, source=KnownFrom.EARLIER_REPORT, known=Known(earlier))


def _speaker(answers: Answers) -> Person:
    return Person(
        role=Role.REPRESENTATIVE,
        name=_text(answers, "speaker_name"),
        relationship=_text(answers, "relationship"),
        authority=_one(Authority, answers, "authority", Authority.THEY_WILL_CONFIRM),
    )


def representative(answers: Answers, kind: RepresentativeKind | None) -> Person:
    """Return who would speak for the resident, as they were written down, and how they themselves are reached."""
    speaker = _reached(_speaker(answers), answers)
    return speaker if kind is None else replace(speaker, authority=authority(kind))


def as_letter(new: NewComplaint) -> NewComplaint:
    """Return what an MP or councillor wrote as their letter, whoever staff put down as speaking."""
    if new.representative is None:
        return new
    return replace(new, representative=enquirers.as_enquirer(new.representative), is_letter=True)


def _reached(person: Person, answers: Answers) -> Person:
    # Whoever types says how they are reached themselves, and never how another may safely be (ruling 6).
    safe = _one(Safe, answers, "safe", Safe.NOT_SURE)
    ways = (Way.HERE,) if safe is Safe.NO else tuple(_many(Way, answers, "ways")) or (Way.HERE,)
    home = "\n".join(part for part in (person.address, person.postcode) if part)
    preferences = Preferences(
        safe=safe,
        ways=ways,
        main=_main(answers, ways),
        detail=_one(Detail, answers, "detail", Detail.NEWS_ONLY),
        language=_text(answers, "language") or "en",
        cautions=() if safe is Safe.YES else tuple(_many(Caution, answers, "cautions")),
    )
    given: dict[Way, str] = {way: _address(answers, way, home) for way in ways if way is not Way.HERE}
    return replace(person, preferences=preferences, ways=given, mind=_text(answers, "mind"))


def _eased(person: Person, answers: Answers) -> Person:
    return replace(person, needs=tuple(_many(Need, answers, "needs")), needs_words=_text(answers, "needs_words"))


def _main(answers: Answers, ways: tuple[Way, ...]) -> Way:
    chosen = _one(Way, answers, "main", ways[0])
    return chosen if chosen in ways else ways[0]


def _address(answers: Answers, way: Way, home: str) -> str:
    typed = _text(answers, FIELD_OF[way])
    match way:
        case Way.EMAIL:
            return contacts.email(typed) or typed
        case Way.TEXT | Way.PHONE:
            return contacts.phone(typed) or typed
        case _:
            return typed or home


def _where(session: Session, answers: Answers) -> tuple[int | None, str, str]:
    chosen, typed = _text(answers, "home"), _text(answers, "address")
    found = homes.find(session, int(chosen)) if chosen.isdecimal() else None
    if found is not None:
        return found.id, found.address, found.postcode
    code = _text(answers, "postcode")
    return (None, typed, postcode(code) or code) if code else (None, *parted(typed))


def _text(answers: Answers, name: str) -> str:
    value = answers.get(name) or ""
    return value.strip() if isinstance(value, str) else ""


def _one(kind: type[Choice], answers: Answers, name: str, default: Choice) -> Choice:
    value = _text(answers, name)
    return kind(value) if value in {each.value for each in kind} else default


def _many(kind: type[Choice], answers: Answers, name: str) -> Iterable[Choice]:
    chosen = answers.get(name) or ()
    return [each for each in kind if each.value in chosen]
