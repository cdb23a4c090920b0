"""An e-mail as it travels: one reader, one subject, and nobody's words among its headers."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from app.post.delivery import Mail, mail_server
from app.post.messages import message, sender_address
from app.services.mail.deliveries import Ready
from app.words.mail.blocks import bullets, heading, paragraph, table
from app.words.mail.emails import Email
from tests.mailboxes import OURS

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
LINK = "https://portal.elm.example/c/back"
BLOCKS = (
    heading("What <b>we</b> decided"),
    paragraph("It’s raining & pouring\r\nBcc: eve@example.org"),
    bullets(["one", "two"]),
    table(["What", "Who"], [("Mend", "Jo")]),
    paragraph(LINK),
)


@pytest.fixture(autouse=True)
def mail(app):
    """An e-mail is put together with the help of what sends it."""
    return Mail(app, mail_server("smtp://localhost"))


def as_read(ready, at):
    """The e-mail as a mail reader has it."""
    return message_from_bytes(message(ready, "<1@elm.example>", at).as_bytes(), policy=policy.default)


def test_an_email_reads_the_same_as_plain_text_and_as_html(app, clock):
    email = as_read(Ready("amina@example.org", Email("News", BLOCKS, "en"), OURS), clock.at)

    plain, html = (email.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for words in ("decided", "raining", "one", "Mend", LINK):
        assert words.lower() in plain.lower()
        assert words in html
    assert "What &lt;b&gt;we&lt;/b&gt; decided" in html
    assert f'<a href="{LINK}">{LINK}</a>' in html


BREAKS = ["\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\r\n\r\n"]


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_a_subject_is_one_line(app, clock, end):
    bad = f"News{end}Bcc: eve@example.org"
    email = as_read(Ready("amina@example.org", Email(bad, BLOCKS, "en"), OURS), clock.at)

    assert email["Bcc"] is None
    assert email["Subject"] == " ".join(bad.split())
    assert email["To"] == "amina@example.org"


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_a_landlords_name_is_one_line_too(app, clock, end):
    landlord = replace(OURS, name=f"Elm{end}Bcc: eve@example.org")
    email = as_read(Ready("amina@example.org", Email("News", BLOCKS, "en"), landlord), clock.at)

    assert email["Bcc"] is None
    assert email["From"].addresses[0].addr_spec == "hello@elm.example"


def test_names_of_any_script_come_through(app, clock):
    landlord = replace(OURS, name="Tai Cymru “Tŷ” 家")
    email = as_read(Ready("amina@example.org", Email("Newyddion – 家", BLOCKS, "cy"), landlord), clock.at)

    assert email["From"].addresses[0].display_name == "Tai Cymru “Tŷ” 家"
    assert email["Subject"] == "Newyddion – 家"
    assert email["Content-Language"] == "cy"


def test_what_is_written_from_right_to_left_says_so(app, clock):
    email = as_read(Ready("amina@example.org", Email("News", BLOCKS, "ur"), OURS), clock.at)

    assert '<html lang="ur" dir="rtl">' in email.get_body(("html",)).get_content()


def test_a_landlord_without_an_address_of_its_own_writes_from_its_site(app, clock):
    landlord = replace(OURS, email="")

    assert sender_address(landlord) == "no-reply@portal.elm.example"
    assert as_read(Ready("amina@example.org", Email("News", BLOCKS, "en"), landlord), clock.at)["Reply-To"] is None
