"""What narrows a list of cases, asked in its address: to be shared or kept, it never says who complained (S2, S3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.flags import Flag
from app.domain.case.phases import Phase
from app.domain.clock.profiles import Stage
from app.domain.landlord.landlord import Landlord
from app.store.case.filters import Narrowed
from app.store.landlord.staff import Member
from app.web.fields import PARTS, DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.guards import me
from app.words.say import say

ME, NOBODY = "me", "nobody"
DAYS = ("received", "until")
ASKED_BY = ("stage", "phase", "flag", "area", "who", *(f"{day}-{part}" for day in DAYS for part in PARTS))
"""What an address says of the cases in a list."""


class CasesForm(Form):
    """Which cases to show, asked in the address so that it can be shared."""

    class Meta:
        csrf = False

    stage = SelectField(_l("Stage"))
    phase = SelectField(_l("Where it is"))
    flag = SelectField(_l("To mind"))
    area = SelectField(_l("Service area"))
    who = SelectField(_l("Who has it"))
    received = DayField(_l("Received from"), called=_l("The first day"))
    until = DayField(_l("Received up to"), called=_l("The last day"))

    def know(self, present: Iterable[Member], ours: Landlord) -> None:
        """Offer what there is to choose from, and look at what was asked: what nobody offers is not asked for."""
        spoken = language()
        others = [(str(each.id), each.name) for each in present if each.id != me().id]
        offer(self.stage, gettext("Either"), [(str(each.value), _stage(each)) for each in Stage])
        offer(self.phase, gettext("Anywhere"), [(each.value, say(each, spoken)) for each in Phase])
        offer(self.flag, gettext("Anything"), [(each.value, say(each, spoken)) for each in Flag])
        offer(self.area, gettext("Any"), [(each.key, each.name) for each in ours.service_areas])
        if self.who.data == str(me().id):  # an address that was shared by somebody else
            self.who.data = ME
        here = [(ME, gettext("Me")), (NOBODY, gettext("Nobody yet"))]
        offer(self.who, gettext("Anybody"), [*here, *others])

    def narrowed(self) -> Narrowed:
        """Return which cases are asked for; a day that is none is not, and its error stands beside it."""
        self.validate()
        since, until = self.received.data, self.until.data
        if since and until and since > until:
            self.until.errors = [gettext("The last day must be the same as or after the first")]
            until = None
        who = self.who.data
        return Narrowed(
            stage=int(self.stage.data) if self.stage.data else None,
            phase=self.phase.data,
            flag=self.flag.data,
            area=self.area.data,
            since=since,
            until=until,
            handler=me().id if who == ME else int(who) if who and who != NOBODY else None,
            nobodys=who == NOBODY,
        )


def offer(field: SelectField, any_of_them: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these after a first choice that asks for nothing; that is chosen, too, by an address nobody made."""
    field.choices = [SelectChoice("", any_of_them), *(SelectChoice(value, text) for value, text in choices)]
    if field.data not in {value for value, _ in choices}:
        field.data = ""


def asked(names: Collection[str]) -> dict[str, str]:
    """Return what this address says of a list, as far as it is among these."""
    return {name: text for name, text in request.args.items() if name in names and text}


def _stage(stage: Any) -> str:
    return gettext("Stage %(stage)s", stage=stage.value)
