"""What was written in a case can be looked for, and a list that was narrowed can be kept under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0120"
down_revision = "0080"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

BESIDE_THE_TABLES = {
    "sqlite": (
        (
            "CREATE VIRTUAL TABLE search_text_said USING fts5(tokens, content='search_said', "
            "content_rowid='case_id', prefix='2 3', tokenize='unicode61 remove_diacritics 0', detail=none)"
        ),
        (
            "CREATE TRIGGER search_said_is_inserted AFTER INSERT ON search_said BEGIN INSERT INTO search_text_said "
            "(rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END"
        ),
        (
            "CREATE TRIGGER search_said_is_deleted AFTER DELETE ON search_said BEGIN INSERT INTO search_text_said "
            "(search_text_said, rowid, tokens) VALUES ('delete', OLD.case_id, OLD.tokens); END"
        ),
        (
            "CREATE TRIGGER search_said_is_updated AFTER UPDATE ON search_said BEGIN INSERT INTO search_text_said "
            "(search_text_said, rowid, tokens) VALUES ('delete', OLD.case_id, OLD.tokens); INSERT INTO "
            "search_text_said (rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE INDEX ix_search_said_tokens ON search_said "
            "USING gin (array_to_tsvector(string_to_array(tokens, ' '::text)))"
        ),
    ),
}


def upgrade() -> None:
    op.create_table(
        "search_said",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_search_said"),
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("staff", NUMBER, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("everybody", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filter"),
    )
    op.create_index("ix_saved_filter_staff", "saved_filter", ["staff"])
    for statement in BESIDE_THE_TABLES[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
