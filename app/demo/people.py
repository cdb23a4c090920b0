"""Who works at Wellmeadow Homes, and how somebody trying the demo signs in as each of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.landlord.permissions import Role

PASSWORD = "four plain words here"
FACTOR = "2468"


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff, by what they do."""

    name: str
    email: str
    role: Role
    phone: str
    contractor: str = ""


OFFICER = Colleague("Dana Okafor", "dana@wellmeadow.example", Role.COMPLAINTS_OFFICER, "01632 960 101")
HANDLER = Colleague("Sam Reilly", "sam@wellmeadow.example", Role.HANDLER, "01632 960 102")
SECOND_HANDLER = Colleague("Priya Nair", "priya@wellmeadow.example", Role.HANDLER, "01632 960 103")
REVIEWER = Colleague("Tom Adeyemi", "tom@wellmeadow.example", Role.STAGE_2_REVIEWER, "01632 960 104")
HEAD = Colleague("Miriam Osei", "miriam@wellmeadow.example", Role.HEAD_OF_SERVICE, "01632 960 106")
BOARD = Colleague("Helen Marsh", "helen@wellmeadow.example", Role.VIEWER, "01632 960 105")
LEAD = Colleague("Ruth Bello", "ruth@wellmeadow.example", Role.SAFEGUARDING_LEAD, "01632 960 107")

HIRED = Colleague("Kim Hearth", "kim@hearth.example", Role.CONTRACTOR, "", "hearth")

COLLEAGUES = (OFFICER, HANDLER, SECOND_HANDLER, REVIEWER, BOARD, HEAD, LEAD, HIRED)
