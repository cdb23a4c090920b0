"""Cases: what is computed from their history, and the words beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)

BESIDE_THE_TABLES = {
    "sqlite": (
        (
            "CREATE VIRTUAL TABLE search_text USING fts5(tokens, content='search', "
            "content_rowid='case_id', prefix='2 3', tokenize='unicode61 remove_diacritics 0')"
        ),
        (
            "CREATE TRIGGER search_is_inserted AFTER INSERT ON search BEGIN INSERT INTO search_text "
            "(rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END"
        ),
        (
            "CREATE TRIGGER search_is_deleted AFTER DELETE ON search BEGIN INSERT INTO search_text "
            "(search_text, rowid, tokens) VALUES ('delete', OLD.case_id, OLD.tokens); END"
        ),
        (
            "CREATE TRIGGER search_is_updated AFTER UPDATE ON search BEGIN INSERT INTO search_text "
            "(search_text, rowid, tokens) VALUES ('delete', OLD.case_id, OLD.tokens); INSERT INTO "
            "search_text (rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END"
        ),
    ),
    "postgresql": (
        ("CREATE INDEX ix_search_tokens ON search USING gin (array_to_tsvector(string_to_array(tokens, ' '::text)))"),
    ),
}


def upgrade() -> None:
    answer_draft()
    complaint()
    draft()
    letter()
    round()
    search()
    tray()
    wording()
    duty()
    promise()
    for statement in BESIDE_THE_TABLES[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})


def answer_draft() -> None:
    op.create_table(
        "answer_draft",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("stage", NUMBER, autoincrement=False, nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("saved_by", NUMBER, nullable=False),
        sa.Column("saved_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "stage", name="pk_answer_draft"),
    )
    op.create_index("ix_answer_draft_saved_at", "answer_draft", ["saved_at"])


def complaint() -> None:
    op.create_table(
        "complaint",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("reference", EXACT, nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("stage", NUMBER, nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("danger", sa.Text(), nullable=False),
        sa.Column("handler", NUMBER, nullable=True),
        sa.Column("home", NUMBER, nullable=True),
        sa.Column("service_area", sa.Text(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_complaint"),
        sa.UniqueConstraint("reference", name="uq_complaint_reference"),
    )
    op.create_index("ix_complaint_handler", "complaint", ["handler"])
    op.create_index("ix_complaint_home", "complaint", ["home"])
    op.create_index("ix_complaint_received_on", "complaint", ["received_on"])


def draft() -> None:
    op.create_table(
        "draft",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("code_hmac", sa.LargeBinary(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("saved_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_draft"),
        sa.UniqueConstraint("code_hmac", name="uq_draft_code_hmac"),
    )
    op.create_index("ix_draft_saved_at", "draft", ["saved_at"])


def letter() -> None:
    op.create_table(
        "letter",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("stage", NUMBER, nullable=True),
        sa.Column("party", NUMBER, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_letter"),
    )


def round() -> None:
    op.create_table(
        "round",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("finished_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_round"),
    )


def search() -> None:
    op.create_table(
        "search",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_search"),
    )


def tray() -> None:
    op.create_table(
        "tray",
        sa.Column("message_id", EXACT, nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("message_id", name="pk_tray"),
    )
    op.create_index("ix_tray_sent_at", "tray", ["sent_at"])


def wording() -> None:
    op.create_table(
        "wording",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("said_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_wording"),
    )


def duty() -> None:
    op.create_table(
        "duty",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("stage", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("staff", NUMBER, nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "kind", "stage", "number", name="pk_duty"),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_duty_case_id_complaint"),
    )
    op.create_index("ix_duty_count", "duty", ["kind", "due_on", "staff", "owner"])
    op.create_index("ix_duty_queue", "duty", ["due_on", "case_id", "kind", "stage", "number"])
    op.create_index("ix_duty_staff_queue", "duty", ["staff", "due_on", "case_id"])


def promise() -> None:
    op.create_table(
        "promise",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("said", NUMBER, nullable=False),
        sa.Column("owner", NUMBER, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_promise"),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_promise_case_id_complaint"),
    )
    op.create_index("ix_promise_due", "promise", ["done_on", "due_on", "case_id", "number"])
    op.create_index("ix_promise_due_on", "promise", ["due_on"])
    op.create_index("ix_promise_owner", "promise", ["owner"])
