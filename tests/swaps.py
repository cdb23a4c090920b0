"""Answers to htmx for our scripts to be tried on: a row exchanged, deleted, refused, or lost on the way."""

from flask import Blueprint, current_app, render_template, request

from tests.kitchen import SinkForm

bp = Blueprint("swaps", __name__, url_prefix="/swaps")
ROWS = ("7Q4K", "2M9P", "5R8T")


@bp.get("")
def show() -> str:
    return render_template("swaps.html", **_context())


@bp.post("/<name>")
def claim(name: str) -> tuple[str, int]:
    if "HX-Request" not in request.headers:
        return render_template("swaps.html", **_context(heading="Sent by the browser itself")), 200
    if name == "2M9P":
        return "Lost", 500
    return _block("row", name=name, handler="You", news=f"{name} is yours"), 200


@bp.post("/<name>/gone")
def drop(name: str) -> str:
    return ""


@bp.post("/note")
def note() -> tuple[str, int]:
    form = SinkForm()
    form.validate()
    form._fields = {"what": form.what}
    form.what.validate(form)
    return f"<title>Error: Note – Meadow Homes</title>{_block('note', form=form)}", 422


def _context(**more: object) -> dict[str, object]:
    return {"heading": "A list", "rows": ROWS, "handler": "Nobody", "news": "", "form": SinkForm()} | more


def _block(block: str, **more: object) -> str:
    context = _context(**more)
    current_app.update_template_context(context)
    template = current_app.jinja_env.get_template("swaps.html")
    return "".join(template.blocks[block](template.new_context(context)))
