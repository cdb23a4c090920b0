"""The two languages of the tests, for whatever is said in them."""

from pathlib import Path

import pytest

from app.words import catalogues
from tests.catalogues import write_catalogues


@pytest.fixture(scope="session")
def catalogue_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    write_catalogues(folder)
    return folder


@pytest.fixture
def made_up_languages(catalogue_folder, monkeypatch):
    """Esperanto shows what was never marked, Hebrew runs from right to left; both are gone after the test."""
    monkeypatch.setattr(catalogues, "FOLDER", catalogue_folder)
    catalogues.catalogue.cache_clear()
    yield
    catalogues.catalogue.cache_clear()
