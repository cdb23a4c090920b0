"""People: who takes part in a case, how to reach them, how they come back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    contact()
    equality()
    parked()
    party()
    receipt()
    sign_in()
    session()
    session_case()


def contact() -> None:
    op.create_table(
        "contact",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("party", NUMBER, nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("given_at", INSTANT, nullable=False),
        sa.Column("usable", sa.Boolean(), nullable=False),
        sa.Column("barred_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_contact"),
    )


def equality() -> None:
    op.create_table(
        "equality",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("year", NUMBER, nullable=False),
        sa.Column("age", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Text(), nullable=False),
        sa.Column("ethnicity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_equality"),
    )
    op.create_index("ix_equality_year", "equality", ["year"])


def parked() -> None:
    op.create_table(
        "parked",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("given_back", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_parked"),
    )
    op.create_index("ix_parked_at", "parked", ["at"])


def party() -> None:
    op.create_table(
        "party",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("postcode", EXACT, nullable=False),
        sa.Column("tenure", sa.Text(), nullable=False),
        sa.Column("relationship", sa.Text(), nullable=False),
        sa.Column("mind", sa.Text(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_party"),
    )


def receipt() -> None:
    op.create_table(
        "receipt",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("case_id", NUMBER, nullable=False),
        sa.Column("party", NUMBER, nullable=False),
        sa.Column("code_hmac", sa.LargeBinary(), nullable=False),
        sa.Column("factor", sa.Text(), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        sa.UniqueConstraint("code_hmac", name="uq_receipt_code_hmac"),
    )
    op.create_index("ix_receipt_case_id", "receipt", ["case_id"])


def sign_in() -> None:
    op.create_table(
        "sign_in",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("sought", sa.Text(), nullable=False),
        sa.Column("case_id", NUMBER, nullable=True),
        sa.Column("party", NUMBER, nullable=True),
        sa.Column("contact", NUMBER, nullable=True),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("times_asked", NUMBER, nullable=False),
        sa.Column("code_hmac", sa.LargeBinary(), nullable=True),
        sa.Column("link_hmac", sa.LargeBinary(), nullable=True),
        sa.Column("good_until", INSTANT, nullable=True),
        sa.Column("spent_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in"),
        sa.UniqueConstraint("link_hmac", name="uq_sign_in_link_hmac"),
    )
    op.create_index("ix_sign_in_asked_at", "sign_in", ["asked_at"])
    op.create_index("ix_sign_in_case_id", "sign_in", ["case_id"])
    op.create_index("ix_sign_in_request_hash", "sign_in", ["request_hash"])


def session() -> None:
    op.create_table(
        "session",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("staff_id", NUMBER, nullable=True),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_session_staff_id_staff"),
        sa.UniqueConstraint("token_hash", name="uq_session_token_hash"),
    )
    op.create_index("ix_session_seen_at", "session", ["seen_at"])
    op.create_index("ix_session_staff_id", "session", ["staff_id"])


def session_case() -> None:
    op.create_table(
        "session_case",
        sa.Column("session_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("party", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "case_id", name="pk_session_case"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_session_case_session_id_session"),
    )
    op.create_index("ix_session_case_case_id", "session_case", ["case_id"])
