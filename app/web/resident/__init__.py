"""The residents' pages: complain, come back, follow it."""

from __future__ import annotations

from flask import Blueprint

resident = Blueprint("resident", __name__)
