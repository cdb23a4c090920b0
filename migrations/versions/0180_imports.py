"""Files that brought the past in, and which of their lines became which case."""

import sqlalchemy as sa
from alembic import op

revision = "0180"
down_revision = "0170"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "import",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_import"),
        sa.UniqueConstraint("sha256", name="uq_import_sha256"),
    )
    op.create_table(
        "past_line",
        sa.Column("line", EXACT, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("case_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_past_line_case_id_complaint"),
        sa.PrimaryKeyConstraint("line", name="pk_past_line"),
        sa.UniqueConstraint("case_id", name="uq_past_line_case_id"),
    )
