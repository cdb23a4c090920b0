"""Passwords, kept so that they cannot be read."""

from __future__ import annotations

from app.adapters import passwords


def test_a_password_matches_what_was_kept_of_it_and_no_other_does():
    kept = passwords.hashed("purple monkey dishwasher")

    assert "purple" not in kept
    assert passwords.matches(kept, "purple monkey dishwasher")
    assert not passwords.matches(kept, "purple monkey")


def test_nothing_matches_where_nothing_was_kept():
    assert not passwords.matches(None, "the password of somebody who does not work here")
    assert not passwords.matches("not a hash", "anything")


def test_it_costs_what_the_house_can_pay():
    assert "m=19456,t=2,p=1" in passwords.hashed("purple monkey dishwasher")
