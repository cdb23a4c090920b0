"""Addresses and numbers as people type them."""

from __future__ import annotations

import pytest

from app.adapters import contacts


@pytest.mark.parametrize(
    ("typed", "dialled", "written"),
    [
        ("07700 900123", "+447700900123", "07700 900123"),  # kept for dramas: nobody's, but possible
        ("(01632) 960 001", "+441632960001", "01632 960001"),
        ("0300 111 3000", "+443001113000", "0300 111 3000"),
        ("+48 22 123 45 67", "+48221234567", "+48 22 123 45 67"),
        ("0048 22 123 45 67", "+48221234567", "+48 22 123 45 67"),
    ],
)
def test_a_number_of_any_country_is_taken(typed, dialled, written):
    assert contacts.phone(typed) == dialled
    assert contacts.as_written(dialled) == written


@pytest.mark.parametrize("typed", ["", "999", "hello", "0770", "07700 900123 07700 900123"])
def test_what_cannot_be_dialled_is_no_number(typed):
    assert contacts.phone(typed) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" amina@example.org ", "amina@example.org"),
        ("a@MEADOW.Test", "a@meadow.test"),
        ("ü@exämple.com", "ü@exämple.com"),
    ],
)
def test_an_address_is_taken_without_asking_any_server(typed, address):
    assert contacts.email(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "amina", "amina@", "a@b", "a@example.org, b@example.org", "a@example.org\nBcc: b@c.de"]
)
def test_what_is_no_address_is_none(typed):
    assert contacts.email(typed) is None


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_no_address_holds_the_end_of_a_line(end):
    assert contacts.email(f"amina@example.org{end}Bcc: eve@example.org") is None
    assert contacts.email(f"amina{end}eve@example.org") is None
    assert contacts.email(f'"amina{end}eve"@example.org') is None
