"""What anybody may see: help, how complaints work, the landlord's colours, and whether the site is well."""

from __future__ import annotations

from flask import Blueprint

from app.web import health
from app.web.public import brand, help, improvements, leave, ombudsman, performance, start, tray
from app.web.public.case import case

public = Blueprint("public", __name__)

for noun in (start, health, brand, leave, tray, help, ombudsman, improvements, performance):
    public.register_blueprint(noun.bp)
public.register_blueprint(case)
