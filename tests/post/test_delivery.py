"""E-mails reach a real mail server, and only one that is what it says it is."""

import socket

import pytest
from flask_mail import Message

from app.post.delivery import Mail, MailServer, NotAccepted, NotNow, Tls, mail_server
from config import Misconfigured
from tests.mailboxes import CERTIFICATE, certificate, hangs_up, served


@pytest.fixture
def email(app):
    return Message("News", ["amina@example.org"], "There is news.", sender="complaints@elm.example")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://localhost:25", MailServer("localhost", 25, Tls.NEVER)),
        ("smtp://127.0.0.1", MailServer("127.0.0.1", 25, Tls.NEVER)),
        (
            "smtp://jo%40elm:p%2Fw@mail.elm.example:587",
            MailServer("mail.elm.example", 587, Tls.AFTER_STARTTLS, "jo@elm", "p/w"),
        ),
        ("smtps://mail.elm.example", MailServer("mail.elm.example", 465, Tls.FROM_THE_START)),
    ],
)
def test_the_address_of_a_mail_server_says_how_it_is_spoken_to(url, server):
    assert mail_server(url) == server


@pytest.mark.parametrize("url", ["", "mail.elm.example", "http://mail.elm.example", "smtp://", "smtp://host:port"])
def test_what_is_no_mail_server_is_said_at_once(url):
    with pytest.raises(Misconfigured, match="MAIL_URL"):
        mail_server(url)


def test_a_password_is_not_shown(app):
    assert "p/w" not in repr(mail_server("smtp://jo:p%2Fw@mail.elm.example:587"))


def test_an_email_is_handed_to_the_mail_server(app, smtp, mailbox, port, email):
    Mail(app, MailServer("127.0.0.1", port, Tls.NEVER)).send(email)

    assert [each["Subject"] for each in mailbox.received] == ["News"]
    assert mailbox.recipients == ["amina@example.org"]


@pytest.mark.parametrize("tls", [Tls.FROM_THE_START, Tls.AFTER_STARTTLS])
def test_a_certificate_nobody_vouched_for_is_refused(app, mailbox, port, email, tls):
    with encrypted(mailbox, port, tls), pytest.raises(NotNow, match="SSLCertVerificationError"):
        Mail(app, MailServer("localhost", port, tls)).send(email)

    assert mailbox.received == []


@pytest.mark.parametrize("tls", [Tls.FROM_THE_START, Tls.AFTER_STARTTLS])
def test_a_certificate_of_another_name_is_refused(app, mailbox, port, email, tls, trusted):
    with encrypted(mailbox, port, tls), pytest.raises(NotNow, match="SSLCertVerificationError"):
        Mail(app, MailServer("127.0.0.1", port, tls)).send(email)

    assert mailbox.received == []


@pytest.mark.parametrize("tls", [Tls.FROM_THE_START, Tls.AFTER_STARTTLS])
def test_a_certificate_somebody_vouched_for_is_accepted(app, mailbox, port, email, tls, trusted):
    with encrypted(mailbox, port, tls):
        Mail(app, MailServer("localhost", port, tls)).send(email)

    assert len(mailbox.received) == 1


def test_a_server_that_cannot_encrypt_gets_nothing(app, smtp, mailbox, port, email):
    with pytest.raises(NotNow, match="SMTPNotSupportedError"):
        Mail(app, MailServer("127.0.0.1", port, Tls.AFTER_STARTTLS)).send(email)

    assert mailbox.received == []


def test_a_server_that_says_nothing_is_left_alone(app, port, email):
    with socket.create_server(("127.0.0.1", port)), pytest.raises(NotNow, match=r"Disconnected|Timeout"):
        Mail(app, MailServer("127.0.0.1", port, Tls.NEVER), timeout=0.2).send(email)


def test_a_server_that_is_not_there_is_tried_later(app, port, email):
    with pytest.raises(NotNow, match="ConnectionRefused"):
        Mail(app, MailServer("127.0.0.1", port, Tls.NEVER)).send(email)


def test_a_server_that_hangs_up_in_the_middle_is_tried_later(app, port, email):
    with hangs_up(port, after=2), pytest.raises(NotNow):
        Mail(app, MailServer("127.0.0.1", port, Tls.NEVER), timeout=2).send(email)


@pytest.mark.parametrize("field", ["answer_to_recipient", "answer_to_data"])
@pytest.mark.parametrize(("answer", "refusal"), [("550 No such person", NotAccepted), ("451 Later", NotNow)])
def test_a_refusal_for_good_is_told_from_one_for_now(app, smtp, mailbox, port, email, field, answer, refusal):
    setattr(mailbox, field, answer)

    with pytest.raises(refusal, match=answer[:3]):
        Mail(app, MailServer("127.0.0.1", port, Tls.NEVER)).send(email)


@pytest.mark.parametrize(
    "recipient", ["amina@example.org\r\nBcc: eve@example.org", "amina@example.org\nSubject: x", "ämina@example.org"]
)
def test_an_address_that_is_none_goes_to_nobody(app, smtp, mailbox, port, recipient):
    bad = Message("News", [recipient], "There is news.", sender="complaints@elm.example")

    with pytest.raises((NotAccepted, NotNow)):
        Mail(app, MailServer("127.0.0.1", port, Tls.NEVER)).send(bad)

    assert "eve@example.org" not in mailbox.recipients


@pytest.fixture
def trusted(monkeypatch):
    """This machine trusts whoever vouched for the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


def encrypted(mailbox, port, tls):
    """A mail server that is spoken to in this way."""
    if tls is Tls.FROM_THE_START:
        return served(mailbox, port, ssl_context=certificate())
    return served(mailbox, port, tls_context=certificate(), require_starttls=True)
