"""What is asked about an improvement: what residents said, what we learnt, what we did, and where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Length

from app.domain.changed import Changed
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.oversight.improvements import ImprovementDraft
from app.web.answers import LONGEST_LINE, TOO_LONG, one_line, own_words
from app.web.fields import DayField
from app.web.forms import Form

LONGEST = 2_000
SHORTEN = _l("Shorten it to 2,000 characters")


def _written(label: object, hint: object) -> TextAreaField:
    return TextAreaField(
        label,  # type: ignore[arg-type]
        [Length(max=LONGEST, message=SHORTEN)],
        description=hint,  # type: ignore[arg-type]
        filters=[own_words],
    )


class ImprovementForm(Form):
    """One improvement as somebody writes it."""

    you_said = _written(_l("You said"), _l("What residents told us was wrong, in a sentence or two. Name nobody."))
    learnt = _written(_l("What we learnt"), _l("Why it went wrong. You can leave this empty."))
    did = _written(_l("We did"), _l("What we changed: one thing on each line."))
    done_on = DayField(
        _l("When was it done?"), called=_l("The day on which it was done"), description=_l("For example, 27 6 2026")
    )
    service_area = SelectField(_l("Service area"), validate_choice=False)
    theme = SelectField(_l("Theme"), validate_choice=False)
    cases = StringField(
        _l("Complaints that it came from"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        description=_l("Their references, with spaces between. Only staff see them. You can leave this empty."),
        filters=[one_line],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )

    def know(self, ours: Landlord) -> None:
        """Offer the landlord's own lists; a retired entry only where it was chosen already."""
        self.service_area.choices = _choices(ours.service_areas, self.service_area.data)
        self.theme.choices = _choices(ours.themes, self.theme.data)

    @property
    def references(self) -> list[str]:
        """Return the references that were typed."""
        return [each.upper() for each in re.split(r"[\s,;]+", self.cases.data or "") if each]

    def draft(self) -> ImprovementDraft:
        """Return what was answered."""
        return ImprovementDraft(
            self.you_said.data or "",
            self.learnt.data or "",
            tuple(line.strip() for line in (self.did.data or "").splitlines() if line.strip()),
            self.service_area.data or "",
            self.theme.data or "",
            self.done_on.data,
        )


class CheckedForm(Form):
    """Somebody read it through for anything by which a resident could be recognised."""

    checked = BooleanField(_l("Nobody can be recognised in this"))


class PressedForm(Form):
    """A button with nothing to answer."""


def meanwhile(changed: Changed) -> str:
    """Return what somebody is told whose words met those of another."""
    return gettext("Somebody changed this meanwhile. Your words are still here: look, then send them again.")


def _choices(entries: Iterable[Choice], chosen: str | None) -> list[SelectChoice]:
    offered = [each for each in entries if not each.retired or each.key == chosen]
    return [SelectChoice("", gettext("None")), *(SelectChoice(each.key, each.name) for each in offered)]
