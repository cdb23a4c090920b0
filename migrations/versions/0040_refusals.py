"""What was not accepted: the register of refusals, computed from the cases."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0020"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "refusal",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("stage", NUMBER, nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("points", NUMBER, nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("proposed_by", NUMBER, nullable=False),
        sa.Column("decided_by", NUMBER, nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("overturned_by", sa.Text(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("instructed_by", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_refusal_case_id_complaint"),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_refusal"),
    )
    op.create_index("ix_refusal_standing", "refusal", ["standing", "case_id", "number"])
