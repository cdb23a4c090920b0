"""What every table and column must say of itself."""

import pytest

from app.store.schema import Base, Keep, kept


def test_a_table_that_does_not_say_its_kind_is_refused():
    with pytest.raises(TypeError, match="what kind"):
        type("StrayRow", (Base,), {"__tablename__": "stray"})

    assert "stray" not in Base.metadata.tables


def test_a_column_must_say_whether_it_is_personal():
    with pytest.raises(TypeError, match="personal"):
        kept(primary_key=True)


def test_a_column_says_how_long_it_is_kept():
    name = kept(personal=Keep(6, "the complaint ended"))

    assert name.column.info["personal"] == Keep(years=6, after="the complaint ended")
