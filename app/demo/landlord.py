"""Wellmeadow Homes: a landlord that does not exist. Its telephone numbers are ones that Ofcom keeps for stories."""

from __future__ import annotations

from datetime import date

from app.domain.landlord.landlord import Choice, Landlord, OutOfHoursContact
from app.domain.landlord.letter_texts import LetterKind, OwnWords
from app.domain.promises.guidance import GuideSum, Head, Per

LANDLORD = Landlord(
    name="Wellmeadow Homes",
    phone="01632 960 100",
    emergency_phone="01632 960 199",
    email="hello@wellmeadow.example",
    post=("Wellmeadow Homes", "1 Foundry Yard", "Wellmeadow", "WM1 1AA"),
    visit=("1 Foundry Yard, Wellmeadow", "Monday to Friday, 9am to 5pm"),
    opening_hours="Monday to Friday, 8am to 6pm",
    out_of_hours=(
        OutOfHoursContact("Duty officer", "duty@wellmeadow.example", "01632 960 190"),
        OutOfHoursContact("Duty manager", "manager@wellmeadow.example", "01632 960 191"),
    ),
    service_areas=(
        Choice("repairs", "Repairs"),
        Choice("damp", "Damp and mould"),
        Choice("neighbours", "Neighbours and safety"),
        Choice("charges", "Rent and service charges"),
        Choice("estates", "Cleaning and shared areas"),
        Choice("lettings", "Moving and letting"),
    ),
    themes=(Choice("delay", "Delay"), Choice("quality", "Quality"), Choice("contact", "Being kept informed")),
    neighbourhoods=(Choice("foundry", "Foundry Quarter"), Choice("meads", "The Meads"), Choice("lockside", "Lockside")),
    contractors=(Choice("hearth", "Hearth & Sons Heating"), Choice("brightline", "Brightline Roofing")),
    teams=(Choice("damp-team", "Damp and mould team"), Choice("estate-team", "Estate team")),
    root_causes=(
        Choice("order", "Nobody ordered the part or the visit"),
        Choice("handover", "Lost between two people"),
        Choice("contractor", "The contractor did not come"),
        Choice("told", "We did not say what was happening"),
    ),
    guide_sums=(
        GuideSum("damp-room", Head.ROOM_LOST, Per.WEEK, 10_00, 30_00, date(2026, 4, 1), "A room too damp to sleep in"),
    ),
    stage_2_checked_by=("head_of_service",),
    restricted_handlers=("miriam@wellmeadow.example", "tom@wellmeadow.example"),
    interpreter_languages=("pl", "ur", "ar", "bn", "ro"),
    demo=True,
)

STREETS = (
    ("Elm Court", "WM2 4AB", "foundry"),
    ("Lock Street", "WM3 7CD", "lockside"),
    ("Mead Lane", "WM4 1EF", "meads"),
)
HOMES_IN_A_STREET = 24

LETTER_TEXTS = {
    LetterKind.ACKNOWLEDGED: OwnWords(
        "It takes time to complain, and you should not have had to.",
        "{handler} is your contact from now until all of it is put right. Ring {phone} and ask for them.",
    ),
    LetterKind.UPHELD: OwnWords("You were right to complain. We are sorry for what happened."),
    LetterKind.PARTLY_UPHELD: OwnWords(
        "Thank you for telling us, {name}. We looked at each point by itself, and we agree with some of them.",
        "{handler} stays your contact until each promise in this letter is kept.",
    ),
    LetterKind.NOT_UPHELD: OwnWords(
        "Thank you for telling us, {name}. We know this is not the answer you hoped for. We say why below."
    ),
}
"""What some letters of Wellmeadow begin and end with."""
