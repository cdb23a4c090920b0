"""What an e-mail says round a letter: marked for every language, and no more than the person chose."""

import pytest

from app.domain.landlord.landlord import Landlord
from app.domain.people.preferences import Detail
from app.words.mail import emails, return_codes
from app.words.mail.blocks import paragraph
from tests.catalogues import PSEUDO

OURS = Landlord(name="Elm Homes", phone="0161 496 0000", address="https://portal.elm.example")
LINK = "https://portal.elm.example/c/back"
SECRET = "The boiler has been broken since Monday."
FORBIDDEN = ("complaint", "Ombudsman", "abuse", "boiler", "7Q4K", "£")


def said(language="en"):
    """Every e-mail there is, but for whole letters."""
    return (
        emails.of_letter(OURS, [paragraph(SECRET)], Detail.NEWS_ONLY, LINK, language),
        emails.of_code(OURS, "123456", LINK, language),
    )


def test_an_email_that_only_says_that_there_is_news_says_nothing_else():
    news, code = said()

    for email in (news, code):
        text = email.subject + "".join(block["text"] for block in email.blocks)
        assert [word for word in FORBIDDEN if word in text] == []


@pytest.mark.parametrize("detail", Detail)
def test_the_subject_is_the_same_however_much_the_email_may_say(detail):
    email = emails.of_letter(OURS, [paragraph(SECRET)], detail, LINK, "en")

    assert email.subject == "News from Elm Homes"
    assert (paragraph(SECRET) in email.blocks) == (detail is Detail.FULL)


def test_a_code_stands_in_the_email_and_not_in_its_subject():
    email = emails.of_code(OURS, "123456", LINK, "en")

    assert "123456" not in email.subject
    assert email.blocks[0] == paragraph("123456 is your code.")


def test_a_code_without_a_link_promises_none():
    email = emails.of_code(OURS, "123456", "", "en")

    assert not [block for block in email.blocks if "address" in block["text"]]


def test_every_word_of_an_email_is_marked_for_translation(made_up_languages):
    for email in (*said(PSEUDO), emails.of_danger("7Q4K-2M9P", LINK, PSEUDO)):
        assert email.subject.startswith("⟦")
        assert [block["text"] for block in email.blocks if block["text"] != LINK and "⟦" not in block["text"]] == []


def test_the_sheet_with_a_return_code_holds_what_it_takes_to_come_back(made_up_languages):
    blocks = list(return_codes.sheet("7Q4K-2M9P", "1234 5678 9012 3456", LINK, OURS.phone, PSEUDO))

    assert all("⟦" in text for block in blocks for text in block.get("items", [block.get("text")]))
    [ways] = [block["items"] for block in blocks if block["kind"] == "list"]
    assert ["7Q4K-2M9P" in ways[0], "1234 5678 9012 3456" in ways[1], LINK in ways[2]] == [True] * 3
