"""The staff's pages: nobody enters unless signed in, and each noun says which permission it takes."""

from __future__ import annotations

from flask import Blueprint

staff = Blueprint("staff", __name__, url_prefix="/staff")
