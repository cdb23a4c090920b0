"""The questions about money: who may offer how much, by when it is paid, and our own guidance on sums (7.1, 7.4)."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, SelectField, StringField
from wtforms import Form as Part
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.deed import london_day
from app.domain.landlord.settings import key_of
from app.domain.promises.guidance import Head, Per
from app.now import now
from app.web.fields import DayField, MoneyField
from app.web.staff.landlord.sections import SHORT, Rows, Section
from app.words.promises.offers import HEADS, PER


def _value(chosen: object) -> str:
    return str(chosen.value if isinstance(chosen, Enum) else chosen)


def _limit(label: Any, hint: Any = "") -> MoneyField:
    return MoneyField(label, [InputRequired(_l("Enter a sum, £0 for none"))], description=hint)


class OneSum(Part):
    """A sum of our own guidance. Its key is made from the first name it is given."""

    key = HiddenField()
    name = StringField(_l("What it is for"), [SHORT])
    head = SelectField(
        _l("Counted under"), coerce=_value, choices=[SelectChoice(head.value, _l(HEADS[head])) for head in Head]
    )
    per = SelectField(_l("Paid"), coerce=_value, choices=[SelectChoice(per.value, _l(PER[per])) for per in Per])
    least = MoneyField(_l("The least"))
    most = MoneyField(_l("The most"), description=_l("Leave it empty for a fixed sum."))
    valid_from = DayField(_l("From which day"), called=_l("The day"), description=_l("Leave it empty for today."))
    retired = BooleanField(_l("No longer offered"))

    def entry(self) -> dict[str, Any] | None:
        """Return the sum as it was filled in; nothing of an empty row."""
        key, name = self.key.data or "", (self.name.data or "").strip()
        if not key and not name:
            return None
        least = self.least.pence or 0
        return {
            "key": key or key_of(name),
            "name": name,
            "head": self.head.data,
            "per": self.per.data,
            "least": least,
            "most": self.most.pence or least,
            "valid_from": self.valid_from.data or london_day(now()),
            "retired": self.retired.data,
        }


class Money(Section):
    """How much each role may offer in one case: beyond it, a second person agrees."""

    handlers_may_offer = _limit(_l("Handlers may offer up to"), _l("In one case, all offers together."))
    reviewers_may_offer = _limit(_l("Stage 2 reviewers may offer up to"))
    managers_may_offer = _limit(_l("Service managers may offer, and agree to, up to"))
    heads_may_offer = _limit(
        _l("Heads of service may offer, and agree to, up to"),
        _l("Complaints officers and directors may agree to any sum. Nobody agrees to their own."),
    )
    pay_offers_within = IntegerField(
        _l("Working days in which we pay what was accepted"),
        [InputRequired(_l("Give a number of working days from 1 to 40"))],
        description=_l("Residents are told this with each offer. From 1 to 40."),
    )
    guide_sums = Rows(OneSum, label=_l("Sum of our own guidance"))
    """The Ombudsman's fixed sums need not be typed: they are there to choose from their day on."""
