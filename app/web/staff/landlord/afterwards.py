"""The questions about what comes after a complaint."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import InputRequired

from app.web.staff.landlord.sections import Section


class Afterwards(Section):
    """Whether and when people are asked how we did (1.6), and how much is looked at again (9.1)."""

    survey_after = IntegerField(
        _l("Working days after the last word in which we ask how we did"),
        [InputRequired(_l("Give a number of working days, or 0 to ask nobody"))],
        description=_l("From 1 to 60. Each is asked once, never in a dispute. With 0 nobody is asked."),
    )
    review_share = IntegerField(
        _l("How many of a hundred complaints are drawn each month for a quality review"),
        [InputRequired(_l("Give a number, or 0 to draw none"))],
        description=_l("From 0 to 100, rounded up: at least one. Somebody without a part in them looks at them."),
    )
