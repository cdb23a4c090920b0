"""What anybody may see: help, how complaints work, the landlord's colours, and whether the site is well."""

from __future__ import annotations

from flask import Blueprint

from app.web import health
from app.web.public import brand, leave, tray

public = Blueprint("public", __name__)

for noun in (health, brand, leave, tray):
    public.register_blueprint(noun.bp)
