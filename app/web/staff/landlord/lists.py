"""The questions about the landlord's own lists, which cases are sorted and counted by."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms import Form as Part
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.landlord.settings import key_of
from app.domain.landlord.tenures import Tsm
from app.web.staff.landlord.sections import SHORT, Rows, Section


class OneChoice(Part):
    """An entry of one of the lists. Its key is made from the first name it is given."""

    key = HiddenField()
    name = StringField(_l("Name"), [SHORT])
    retired = BooleanField(_l("No longer offered"))

    def entry(self) -> dict[str, Any] | None:
        key, name = self.key.data or "", (self.name.data or "").strip()
        if not key and not name:
            return None
        return {"key": key or key_of(name), "name": name, "retired": self.retired.data}


class Channels(Section):
    """How complaints reach the landlord, where it counts other ways than those everybody has."""

    channels = Rows(OneChoice, label=_l("Channel"))


class ServiceAreas(Section):
    """The parts of the landlord that complaints are about."""

    service_areas = Rows(OneChoice, label=_l("Service area"))


class Themes(Section):
    """What complaints are about."""

    themes = Rows(OneChoice, label=_l("Theme"))


class Directorates(Section):
    """The parts of the landlord that answer for what complaints are about."""

    directorates = Rows(OneChoice, label=_l("Directorate"))


class Neighbourhoods(Section):
    """Where the homes are."""

    neighbourhoods = Rows(OneChoice, label=_l("Neighbourhood"))


def _value(chosen: object) -> str:
    return str(chosen.value if isinstance(chosen, Enum) else chosen or "")


class OneTenure(OneChoice):
    """How a home is held, and in which of the regulator's measures its complaints count."""

    tsm = SelectField(
        _l("Counted in the Tenant Satisfaction Measures of"),
        coerce=_value,
        choices=[
            SelectChoice("", _l("Neither")),
            SelectChoice(Tsm.LCRA.value, _l("Low-cost rental (LCRA)")),
            SelectChoice(Tsm.LCHO.value, _l("Low-cost home ownership (LCHO)")),
        ],
    )

    def entry(self) -> dict[str, Any] | None:
        given = super().entry()
        return given and given | {"tsm": self.tsm.data or None}


class Tenures(Section):
    """How residents hold their homes."""

    tenures = Rows(OneTenure, label=_l("Tenure"))


class Contractors(Section):
    """Those who work for the landlord without being of its staff: promises are handed to them."""

    contractors = Rows(OneChoice, label=_l("Contractor"))


class Teams(Section):
    """The landlord's own teams that do what was promised, each promise with one person who sees to it."""

    teams = Rows(OneChoice, label=_l("Team"))


class RootCauses(Section):
    """What may have caused a complaint: asked when it is closed (9.1)."""

    root_causes = Rows(OneChoice, label=_l("Root cause"))


class EscalationReasons(Section):
    """Why people ask for Stage 2."""

    escalation_reasons = Rows(OneChoice, label=_l("Reason for Stage 2"))


class RefusalReasons(Section):
    """Why complaints were not accepted before they were dealt with here."""

    refusal_reasons = Rows(OneChoice, label=_l("Reason for not accepting"))


LISTS: dict[str, tuple[str, type[Section]]] = {
    "channels": (_l("Channels"), Channels),
    "service-areas": (_l("Service areas"), ServiceAreas),
    "themes": (_l("Themes"), Themes),
    "directorates": (_l("Directorates"), Directorates),
    "neighbourhoods": (_l("Neighbourhoods"), Neighbourhoods),
    "tenures": (_l("Tenures"), Tenures),
    "contractors": (_l("Contractors"), Contractors),
    "teams": (_l("Teams"), Teams),
    "root-causes": (_l("Root causes"), RootCauses),
    "escalation-reasons": (_l("Reasons for Stage 2"), EscalationReasons),
    "refusal-reasons": (_l("Earlier reasons for not accepting"), RefusalReasons),
}
"""By the last part of its address: what each list is called, and its questions."""
