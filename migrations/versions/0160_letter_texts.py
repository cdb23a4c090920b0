"""The landlord's own words in letters, every version of them."""

import sqlalchemy as sa
from alembic import op

revision = "0160"
down_revision = "0150"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "letter_text",
        sa.Column("letter", EXACT, nullable=False),
        sa.Column("language", EXACT, nullable=False),
        sa.Column("version", NUMBER, autoincrement=False, nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("ending", sa.Text(), nullable=False),
        sa.Column("written_by", NUMBER, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("letter", "language", "version", name="pk_letter_text"),
    )
