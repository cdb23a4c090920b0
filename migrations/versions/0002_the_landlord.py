"""The landlord's own: settings, staff, homes, bank holidays."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    holiday()
    home()
    landlord()
    staff()
    looked_at()


def holiday() -> None:
    op.create_table(
        "holiday",
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("calendar", "day", name="pk_holiday"),
    )


def home() -> None:
    op.create_table(
        "home",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("reference", EXACT, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("postcode", EXACT, nullable=False),
        sa.Column("neighbourhood", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_home"),
        sa.UniqueConstraint("reference", name="uq_home_reference"),
    )
    op.create_index("ix_home_postcode", "home", ["postcode"])


def landlord() -> None:
    op.create_table(
        "landlord",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("logo_type", sa.Text(), nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_landlord"),
    )


def staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("code_salt", sa.LargeBinary(), nullable=False),
        sa.Column("code_step", NUMBER, nullable=False),
        sa.Column("setup_hash", sa.LargeBinary(), nullable=True),
        sa.Column("setup_ends_at", INSTANT, nullable=True),
        sa.Column("left_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("email", name="uq_staff_email"),
        sa.UniqueConstraint("setup_hash", name="uq_staff_setup_hash"),
    )
    op.create_index("ix_staff_left_at", "staff", ["left_at"])


def looked_at() -> None:
    op.create_table(
        "looked_at",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("staff_id", NUMBER, nullable=False),
        sa.Column("case_id", NUMBER, nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_looked_at"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_looked_at_staff_id_staff"),
    )
    op.create_index("ix_looked_at_at", "looked_at", ["at"])
    op.create_index("ix_looked_at_case_at", "looked_at", ["case_id", "at"])
    op.create_index("ix_looked_at_staff_id", "looked_at", ["staff_id"])
