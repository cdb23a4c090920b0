"""The landlord's logo: a picture file, taken as it is and served as nothing else."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField

from app.db import writing
from app.domain.refused import Refused
from app.services.landlord import landlord
from app.web import landlord as remembered
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page

bp = Blueprint("logo", __name__, url_prefix="/logo")


class LogoForm(Form):
    """A picture; none takes the logo away."""

    logo = FileField(_l("Logo"), description=_l("A PNG or JPEG picture, smaller than 200KB"))


@bp.get("")
def new() -> ResponseReturnValue:
    return _ask(LogoForm())


@bp.post("")
def create() -> ResponseReturnValue:
    form = LogoForm()
    content = form.logo.data.read() if form.logo.data else b""
    try:
        with writing() as session:
            landlord.put_logo(session, content, deed())
    except Refused as refusal:
        return _ask(form.explain(refusal), 422)
    remembered.remembered().forget()
    return go_to("staff.landlord.settings.show")


def _ask(form: LogoForm, status: int = 200) -> ResponseReturnValue:
    return page("staff/landlord/logo.html", form=form, status=status)
