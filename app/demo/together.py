"""The complaints of Wellmeadow's residents that many have: of a group, and of a problem that is known (1.2)."""

from __future__ import annotations

from dataclasses import replace

from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.case.bindings import GroupDraft
from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, ResponseDraft
from app.domain.case.group_states import Binding
from app.domain.case.vocabulary import Channel, ForWhom
from app.domain.clock.profiles import Finding
from app.domain.landlord.permissions import Role
from app.domain.promises.remedies import RemedyKind
from app.services.case import groups, histories, responses
from app.store.landlord.staff import Member

COMMON = (
    "The lights of the entrance at Elm Court have been out since the storm of 27 October. Our contractor came on "
    "30 October, found the cable under the path broken, and did not tell us. We should have asked. The cable is laid "
    "anew, and until then lamps with batteries hang there."
)


def one_of_a_group(tell: Teller) -> None:
    """One speaks for twelve, and wants Stage 2 after our answer; a neighbour sent her own, and waits for hers."""
    who = by_email("Esther Okafor", "21 Elm Court")
    tell.sends(
        16,
        "The entrance is dark. We are twelve flats.",
        who,
        "esther",
        people=12,
        for_whom=ForWhom.GROUP,
    )
    tell.acknowledged(13, "priya", ("The lights of the entrance are out",), ("Light",))
    number = _begun(tell, 12, "The entrance lights", Binding.GROUP)
    by = tell.ours(6, "sam")
    groups.write_common(tell.session, _member(tell), number, COMMON, by, "The lights of the entrance are out")
    _answered(tell, 5)
    tell.asks_for_stage_2(2, "Nobody says who checks the contractor.")
    neighbour = by_letter("Mavis Bright", "22 Elm Court")
    tell.sends(9, "I fell on the step in the dark.", neighbour, "mavis", channel=Channel.PHONE, for_whom=ForWhom.GROUP)
    tell.acknowledged(7, "priya", ("The lights of the entrance are out", "A fall on the step"), ("Light",))
    groups.put_in(tell.session, tell.made.reference, number, tell.ours(7, "priya"))


def known_problem(tell: Teller) -> None:
    """Two who know nothing of each other have no heating, and staff see that it is one thing."""
    tell.sends(3, "The radiators are cold each morning.", by_email("Hamid Rahimi", "3 Lock Street"), "hamid")
    number = _begun(tell, 2, "Heating of Lock Street", Binding.KNOWN_PROBLEM)
    tell.sends(2, "No heating before ten o’clock.", by_email("Jean Pike", "17 Lock Street"), "jean")
    groups.put_in(tell.session, tell.made.reference, number, tell.ours(1, "sam"))


def _begun(tell: Teller, ago: int, name: str, binding: Binding) -> int:
    draft = GroupDraft(name, tell.staff["priya"], binding)
    return groups.begin(tell.session, tell.made.reference, draft, tell.ours(ago, "priya"))


def _answered(tell: Teller, ago: int) -> None:
    by = tell.ours(ago, "priya")
    complaint = histories.found(tell.session, tell.made.reference, by).complaint
    draft = ResponseDraft(
        decision="You are right. The entrance was dark for far too long.",
        findings=(FindingDraft(1, Finding.UPHELD, "Our contractor’s sheet shows it, and the part above says why."),),
        outcomes=(OutcomeDraft(1, Granted.YES, "The new cable is in the ground, and the lights are on."),),
        remedy="We are sorry.",
        remedies=(RemedyKind.APOLOGY,),
        nothing_outstanding=True,
    )
    shared = groups.common_part(tell.session, complaint)
    personal = "You wrote to us for your neighbours three times, and nobody answered. That was wrong of us."
    responses.issue(tell.session, tell.made.reference, replace(draft, common=shared, personal=personal), by)
    tell.letters_go(ago)


def _member(tell: Teller) -> Member:
    return Member(tell.staff["sam"], "", "", "", frozenset({Role.HANDLER}))
