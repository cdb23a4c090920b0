"""Change how somebody is reached: through the old way where it is clearly safe, else by staff who check (ruling 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.adapters import contacts as adapter
from app.domain.deed import Deed
from app.domain.mail.routing import may_go
from app.domain.parts import Part
from app.domain.people import contacts as rules
from app.domain.people.contacts import ContactBarred, ContactChangeAsked, ContactConfirmed, OldWay
from app.domain.people.parties import PreferencesSet
from app.domain.people.preferences import Way, offered
from app.domain.refused import Gap, Refused, Why
from app.services import keys
from app.services.case import histories
from app.services.case.histories import Case
from app.services.mail import letters
from app.services.people import sign_ins
from app.store.people import contacts
from app.store.people.contacts import Contact

CHECK_WITHIN = 1
"""Working days in which staff ask who it is: until then the person may be reached by no way at all."""


@dataclass(frozen=True, slots=True)
class NewContact:
    """A new address or number, and the answer to: can you still safely use the old one?"""

    way: Way
    value: str
    old_is_safe: OldWay | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a change: the number of the new contact, and whether a code went to the old way."""

    contact: int
    by_code: bool
    barred: bool


def of_party(session: Session, case_id: int, party: int) -> list[Contact]:
    """Return the ways a party can be reached by, and those that wait to be confirmed; barred and old ones never."""
    found = contacts.of_party(session, case_id, party)
    usable = {each.way: each for each in found if each.usable and each.barred_at is None}
    newest = {way: each.number for way, each in usable.items()}
    pending = {
        each.way: each
        for each in found
        if not each.usable and each.barred_at is None and each.number > newest.get(each.way, 0)
    }
    return [*usable.values(), *pending.values()]


def old_way(usable: Iterable[Contact], way: Way) -> Contact | None:
    """Return the contact that a new one is confirmed through: of its own way, else an e-mail address, else any."""
    by_way = {each.way: each for each in usable}
    return by_way.get(way) or by_way.get(Way.EMAIL) or next(iter(by_way.values()), None)


def ask_change(
    session: Session, reference: str, party: int, new: NewContact, lookup_key: bytes, deed: Deed, typed: str = ""
) -> Asked:
    """Take a new way to reach somebody, and return what became of it (3.1, ruling 1).

    Unless the old one was clearly said to be safe, nothing goes there ever again, from this moment. Raises Refused
    for an address nobody can be reached at, a way their safety answers exclude, or no answer about the old one, and
    KeyOfAnother when the key was used for something else, or with other answers (`typed` tells them apart): to call
    this done would leave an unsafe or a wrong address in use.
    """
    written = _written(new)
    here: keys.Answer = {"way": new.way.value, "typed": typed}

    def act() -> keys.Answer:
        return _ask_change(session, reference, party, written, lookup_key, deed) | here

    answer = keys.once(session, deed, act)
    if {name: answer.get(name) for name in here} != here:
        raise keys.KeyOfAnother(deed.key)
    return Asked(answer["contact"], answer["by_code"], answer["barred"])


def confirm_through_old(
    session: Session, reference: str, party: int, contact: int, code: str, lookup_key: bytes, deed: Deed
) -> None:
    """Let a new contact be used, by the code that went to the old one; raises Refused for a wrong or old code."""
    with histories.opened(session, reference, deed) as case:
        confirmed = rules.confirm_by_code(case.complaint, party, contact)
        sign_ins.spend_through(session, case.id, party, contact, code, lookup_key, deed.at)
        _confirm(case, confirmed)


def confirm_by_staff(session: Session, reference: str, party: int, contact: int, how: str, deed: Deed) -> None:
    """Let a new contact be used, because staff checked who is asking and say how; raises Refused (ruling 1)."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        _confirm(case, rules.confirm(case.complaint, party, contact, how, case.write))


def _ask_change(
    session: Session, reference: str, party: int, new: NewContact, lookup_key: bytes, deed: Deed
) -> keys.Answer:
    with histories.opened(session, reference, deed) as case:
        preferences = case.complaint.party(party).preferences
        if preferences is not None and new.way not in offered(preferences.safe, preferences.cautions):
            raise Refused(Gap(Why.NO_WAY_TO_REACH, "value"))
        usable = contacts.usable(session, case.id, party)
        old = old_way(usable.values(), new.way)
        number = contacts.count(session, case.id) + 1
        asked = rules.ask_change(
            case.complaint,
            party,
            number,
            new.way,
            old=old.number if old else None,
            safe=new.old_is_safe,
            takes_code=old is not None and old.way is Way.EMAIL and may_go(preferences, usable, Way.EMAIL),
            check_by=case.terms.in_working_days(deed.on, CHECK_WITHIN),
        )
        case.add(asked)
        if old is not None and rules.is_barred(asked):
            _bar(case, party, old)
        contacts.add(session, Contact(case.id, number, party, new.way, new.value, deed.at, False, None))
        by_code = asked.check_by is None
        if by_code:
            sign_ins.ask_through(session, case.id, party, number, lookup_key, deed)
        return {"contact": number, "by_code": by_code, "barred": rules.is_barred(asked)}


def bar_way(case: Case, party: int, way: Way) -> None:
    """Let nothing go to a party by this way ever again, at any address they gave; what waits goes another safe way."""
    theirs = [each for each in contacts.of_party(case.session, case.id, party) if each.way is way]
    for each in theirs:
        if each.barred_at is None:
            _bar(case, party, each)


def give_unchecked(case: Case, party: int, way: Way, value: str, old_is_safe: OldWay) -> None:
    """Keep a new way to reach a party, used once staff have checked who gave it (ruling 1)."""
    number = contacts.count(case.session, case.id) + 1
    check_by = case.terms.in_working_days(case.deed.on, CHECK_WITHIN)
    contacts.add(case.session, Contact(case.id, number, party, way, value.strip(), case.deed.at, False, None))
    case.add(ContactChangeAsked(party, number, way, None, old_is_safe, check_by))


def _bar(case: Case, party: int, old: Contact) -> None:
    """Bar a contact, every other of its way, and the same address or number under another way's name."""
    for each in contacts.of_party(case.session, case.id, party):
        if each.barred_at is None and (each.way is old.way or _dialled(each) == _dialled(old)):
            contacts.bar(case.session, case.id, each.number, case.deed.at)
            case.add(ContactBarred(party, each.number, each.way))
    sign_ins.revoke(case.session, case.id, party, case.deed.at)
    letters.reroute(case, party)


def _dialled(contact: Contact) -> str:
    """Return what is dialled or written to: a telephone that also takes texts is one telephone."""
    return adapter.phone(contact.value) or contact.value if contact.way in (Way.TEXT, Way.PHONE) else contact.value


def _confirm(case: Case, confirmed: ContactConfirmed) -> None:
    case.add(confirmed)
    theirs = contacts.of_party(case.session, case.id, confirmed.party)
    new = next((each for each in theirs if each.number == confirmed.contact and each.barred_at is None), None)
    if new is None:
        raise Refused(Why.NO_SUCH_CHECK)
    for each in theirs:
        if each.way is new.way and each.usable:
            contacts.retire(case.session, case.id, each.number)
    contacts.confirm(case.session, case.id, new.number)
    preferences = case.complaint.party(new.party).preferences
    if preferences is not None and new.way not in preferences.ways:
        case.add(PreferencesSet(new.party, replace(preferences, ways=(*preferences.ways, new.way))))


def _written(new: NewContact) -> NewContact:
    """Return a contact in the one way we write it; raises Refused for one that cannot be reached."""
    match new.way:
        case Way.EMAIL:
            value, why = adapter.email(new.value), Why.NOT_AN_EMAIL
        case Way.TEXT | Way.PHONE:
            value, why = adapter.phone(new.value), Why.NOT_A_PHONE
        case _:
            value, why = new.value.strip() or None, Why.NO_WAY_TO_REACH
    if value is None:
        raise Refused(Gap(why, "value"))
    return replace(new, value=value)
