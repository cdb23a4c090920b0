"""What every answer tells the browser: run nothing foreign, keep nothing, pass nothing on."""

from __future__ import annotations

from flask import Flask, current_app
from werkzeug import Response

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
TWO_YEARS = 2 * 365 * 24 * 60 * 60


def init_app(app: Flask) -> None:
    """Set the headers on every answer of `app`; static files are whitenoise's, and are public."""
    app.after_request(_say_so)


def forget_everything(response: Response) -> Response:
    """Tell the browser to drop all that it holds of us, for whoever must leave no trace."""
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def _say_so(response: Response) -> Response:
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    if not current_app.config["PLAIN_HTTP"]:
        response.headers["Strict-Transport-Security"] = f"max-age={TWO_YEARS}; includeSubDomains"
    return response
