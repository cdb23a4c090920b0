"""The addresses that e-mails lead to: the landlord's own site, never a Host header's."""

from __future__ import annotations

from app.services.mail.deliveries import Links

COME_BACK = "/c/back"
SIGN_IN = "/c/back/link/{token}"
STAFF_CASE = "/staff/complaints/{reference}"
SET_UP = "/staff/set-up/{token}"
JOB = "/staff/jobs/{reference}"
STAFF_PART = STAFF_CASE + "/contributions/{number}"


def links(site: str) -> Links:
    """Return the addresses under a site like https://complaints.example.org."""
    return Links(
        come_back=site + COME_BACK,
        sign_in=lambda token: site + SIGN_IN.format(token=token),
        set_up=lambda token: site + SET_UP.format(token=token),
        job=lambda reference: site + JOB.format(reference=reference),
        staff_part=lambda reference, number: site + STAFF_PART.format(reference=reference, number=number),
        staff_case=lambda reference: site + STAFF_CASE.format(reference=reference),
    )
