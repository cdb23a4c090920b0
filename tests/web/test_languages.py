"""Which language a page is in: one that is asked for, offered, and signed off by somebody with a name (ruling 27)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.landlord.landlord import Landlord, SignedOff
from app.store.landlord import landlord
from app.words import catalogues
from tests.catalogues import PSEUDO, RIGHT_TO_LEFT, write_catalogues

HERE = "/staff/sign-in"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("translations")
    write_catalogues(folder)
    return folder


@pytest.fixture
def translated(monkeypatch, folder, database, clock):
    """Two languages, both signed off."""
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    catalogues.catalogue.cache_clear()
    signed_off = tuple(SignedOff(language, "Nia", date(2026, 1, 5)) for language in (PSEUDO, RIGHT_TO_LEFT))
    with database.writing() as session:
        landlord.keep(session, Landlord(phone="01632 960001", signed_off=signed_off), clock.at)
    yield
    catalogues.catalogue.cache_clear()


def language_of(page):
    return page.text.partition('<html lang="')[2].partition('"')[0]


def test_without_a_language_signed_off_every_page_is_in_english(client):
    assert language_of(client.get(HERE, headers={"Accept-Language": PSEUDO})) == "en"


def test_the_browsers_first_language_that_is_offered_is_spoken(client, translated):
    page = client.get(HERE, headers={"Accept-Language": f"cy, {PSEUDO};q=0.9, en;q=0.5"})

    assert language_of(page) == PSEUDO
    assert "⟦" in page.text


def test_a_browser_that_asks_for_nothing_we_offer_is_given_english(client, translated):
    assert language_of(client.get(HERE, headers={"Accept-Language": "cy"})) == "en"


def test_a_language_that_is_chosen_is_kept_from_page_to_page(client, translated):
    assert language_of(client.get(f"{HERE}?language={PSEUDO}")) == PSEUDO
    assert language_of(client.get(HERE)) == PSEUDO
    assert language_of(client.get(f"{HERE}?language=en")) == "en"
    assert language_of(client.get(HERE)) == "en"


@pytest.mark.parametrize("wanted", ["cy", "../../etc", "<script>", ""])
def test_a_language_that_is_not_offered_changes_nothing(client, translated, wanted):
    assert language_of(client.get(HERE, query_string={"language": wanted})) == "en"


def test_a_language_written_from_right_to_left_turns_the_page_round(client, translated):
    page = client.get(f"{HERE}?language={RIGHT_TO_LEFT}")

    assert 'dir="rtl"' in page.text
    assert "govuk-frontend.min.rtl" in page.text
