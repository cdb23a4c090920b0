"""The answer's questions, point by point and outcome by outcome, shaped by the complaint it answers (6.7, 6.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Form as Fields
from wtforms import (
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft, points_to_answer
from app.domain.case.group_states import CommonPart
from app.domain.clock.profiles import Finding
from app.domain.landlord.permissions import Permission, allows
from app.domain.promises.remedies import TICKED, RemedyKind
from app.services.case.desks import Desk
from app.web.answers import own_words
from app.web.fields import PARTS, DayField, NumberedRows
from app.web.languages import language
from app.web.staff.case.framing import NAMES, OwnWordsForm
from app.words.beginnings import begun
from app.words.say import say

MOST_PROMISES = 20
MOST_DIGITS = 9
PROMISE = re.compile(r"promises-(\d{1,2})-")
OF_A_POINT = ("finding", "reasons")
TICKED_IN = re.compile(r"(?:findings-\d{1,9}-)?remedies")
OF_AN_OUTCOME = ("granted", "why")
OF_WHAT_IS_SHARED = ("common_version", "personal")
OF_A_PROMISE = ("words", "owner", *(f"due_on-{part}" for part in PARTS))


class Numbered(NumberedRows):
    """Rows that keep the number of the point or outcome they are about, also where one between them is left out."""

    first = 0

    def _compact_indices(self) -> None:
        """Leave the numbers as they are."""


class FindingFields(Fields):
    """What was found about one point."""

    finding = RadioField(_l("What we found"), validate_choice=False)
    reasons = TextAreaField(
        _l("Why"), filters=[own_words], description=_l("Name the policy, the law or the good practice you went by.")
    )
    remedies = SelectMultipleField(
        _l("Which of these put this point right?"),
        validate_choice=False,
        description=_l("Tick none, and those for the whole answer stand for it."),
    )


class OutcomeFields(Fields):
    """What we say to one outcome that was wanted."""

    granted = RadioField(_l("Will they get it?"), validate_choice=False)
    why = TextAreaField(_l("Why"), filters=[own_words])


class PromiseFields(Fields):
    """One thing still to be done."""

    words = StringField(_l("What will be done"), filters=[own_words])
    owner = SelectField(_l("Who sees to it"), validate_choice=False)
    due_on = DayField(_l("By when"), called=_l("The date of the promise"), description=_l("For example, 27 11 2026"))


class ResponseForm(OwnWordsForm):
    """An answer as it is being written; `version` is that of the draft its page was drawn from.

    `common` is what its answer shares with others now, `common_version` which version of that its page showed.
    """

    version = HiddenField()
    decision = TextAreaField(
        _l("What we decided"),
        filters=[own_words],
        description=_l("In a sentence or two. It stands near the top of the letter."),
    )
    common_version = HiddenField()
    personal = TextAreaField(
        _l("What we say to this person alone"),
        filters=[own_words],
        description=_l(
            "What happened to them, and what it means for what they asked for. Printed below the part above."
        ),
    )
    findings = Numbered(FormField(FindingFields), _l("Point %(number)s"))
    outcomes = Numbered(FormField(OutcomeFields), _l("What they want, %(number)s"))
    remedy = TextAreaField(
        _l("How we put it right"),
        filters=[own_words],
        description=_l("Say sorry, and what we do or pay. Needed where we agree with any point."),
    )
    remedies = SelectMultipleField(
        _l("Which of these does it come to?"),
        validate_choice=False,
        description=_l("Printed under your words. A sum of money is added where one is offered."),
    )
    promises = NumberedRows(FormField(PromiseFields), _l("Still to do, row %(number)s"))
    nothing_outstanding = SelectMultipleField(_l("If nothing is left to do"), validate_choice=False)

    def __init__(
        self, case: Desk, typed: Mapping[str, str], *, common: CommonPart | None = None, one_more: bool = False
    ) -> None:
        self.common = common
        self.typed = dict(_shaped(case, typed, one_more)) | dict(_shared(typed))
        formdata = MultiDict(self.typed)
        for name in filter(TICKED_IN.fullmatch, self.typed):
            formdata.setlist(name, self.typed[name].split())
        super().__init__(formdata=formdata)
        self._offer(case)

    def _offer(self, case: Desk) -> None:
        spoken = language()
        found = [SelectChoice(each.value, begun(say(each, spoken))) for each in case.terms.profile.findings]
        granted = [SelectChoice(each.value, say(each, spoken)) for each in Granted]
        able = [member for member in case.present if allows(member.roles, Permission.KEEP_PROMISES)]
        owners = [SelectChoice(str(member.id), member.name) for member in able]
        ticked = [SelectChoice(each.value, begun(say(each, spoken))) for each in TICKED]
        offered = any(each.with_answer and each.pending for each in case.complaint.remedies.offers)
        money = [SelectChoice(RemedyKind.MONEY.value, begun(say(RemedyKind.MONEY, spoken)))] if offered else []
        for entry in self.findings.entries:
            entry.form.finding.choices = found
            entry.form.remedies.choices = [*ticked, *money]
        for entry in self.outcomes.entries:
            entry.form.granted.choices = granted
        for entry in self.promises.entries:
            entry.form.owner.choices = [SelectChoice("", gettext("Choose")), *owners]
        self.remedies.choices = ticked
        self.nothing_outstanding.choices = [SelectChoice("yes", gettext("Nothing is left for us to do"))]

    @property
    def drawn_from(self) -> int:
        """Return the version of the draft that the page was drawn from; 0: there was none."""
        return _version(self.version)

    def show_common(self) -> None:
        """Let the page say which version of the common part it shows: the one that stands."""
        self.common_version.data = str(self.common.version) if self.common else ""

    def draft(self) -> ResponseDraft:
        """Return the answer as it is written."""
        return ResponseDraft(
            decision=self.decision.data or "",
            findings=tuple(map(_finding, self.findings.entries)),
            outcomes=tuple(map(_outcome, self.outcomes.entries)),
            remedy=self.remedy.data or "",
            promises=tuple(map(_promise, self.promises.entries)),
            nothing_outstanding="yes" in (self.nothing_outstanding.data or ()),
            remedies=tuple(each for each in TICKED if each.value in (self.remedies.data or ())),
            common=self._as_shown(),
            personal=self.personal.data or "",
            own=self.own,
        )

    def _as_shown(self) -> CommonPart | None:
        """Return the common part by the version that the page showed, which may not be the one that stands."""
        shown = _version(self.common_version)
        if self.common is None:
            return CommonPart(0, shown, "", 0) if shown else None
        return replace(self.common, version=shown)


def _shaped(case: Desk, typed: Mapping[str, str], one_more: bool) -> Iterator[tuple[str, str]]:
    """Yield each field that an answer to this complaint has, with what was typed in it; whatever else came is left."""
    points, outcomes = points_to_answer(case.complaint), case.complaint.definition.outcomes
    names = ["version", "decision", "remedy", *NAMES]
    names += [f"findings-{number}-{each}" for number in points for each in OF_A_POINT]
    names += [f"outcomes-{outcome.number}-{each}" for outcome in outcomes for each in OF_AN_OUTCOME]
    names += [f"promises-{row}-{each}" for row in range(_rows(typed, one_more)) for each in OF_A_PROMISE]
    yield from ((name, typed.get(name, "")) for name in names)
    yield "remedies", " ".join(_ticked(typed, "remedies", TICKED))
    for name in (f"findings-{number}-remedies" for number in points):
        yield name, " ".join(_ticked(typed, name, RemedyKind))
    if typed.get("nothing_outstanding"):
        yield "nothing_outstanding", "yes"


def _shared(typed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the fields that only an answer has which shares something with others, where a page sent them."""
    yield from ((name, typed[name]) for name in OF_WHAT_IS_SHARED if typed.get(name))


def _version(field: HiddenField) -> int:
    typed = field.data or ""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS else 0


def _ticked(typed: Mapping[str, str], name: str, known: Iterable[RemedyKind]) -> Iterator[str]:
    """Yield the remedies that are ticked: a form has a field for each, a draft keeps them all in one."""
    fields = typed.getlist(name) if isinstance(typed, MultiDict) else [typed.get(name, "")]
    ticked = {each for field in fields for each in field.split()}
    yield from (each.value for each in known if each.value in ticked)


def _rows(typed: Mapping[str, str], one_more: bool) -> int:
    rows = [int(match[1]) + 1 for match in map(PROMISE.match, typed) if match]
    return min(max(rows, default=1) + one_more, MOST_PROMISES)


def _number(entry: FormField) -> int:
    return int(entry.name.rpartition("-")[2])


def _finding(entry: FormField) -> FindingDraft:
    fields = entry.form
    known = {each.value for each in Finding}
    finding = Finding(fields.finding.data) if fields.finding.data in known else None
    remedies = tuple(each for each in RemedyKind if each.value in (fields.remedies.data or ()))
    return FindingDraft(_number(entry), finding, fields.reasons.data or "", remedies)


def _outcome(entry: FormField) -> OutcomeDraft:
    fields = entry.form
    known = {each.value for each in Granted}
    granted = Granted(fields.granted.data) if fields.granted.data in known else None
    return OutcomeDraft(_number(entry), granted, fields.why.data or "")


def _promise(entry: FormField) -> PromiseDraft:
    fields = entry.form
    present = {choice.value for choice in fields.owner.iter_choices()} - {""}
    owner = int(fields.owner.data) if fields.owner.data in present else None
    return PromiseDraft(fields.words.data or "", owner, fields.due_on.data)
