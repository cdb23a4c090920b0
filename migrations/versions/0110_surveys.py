"""How we did: whom to ask once a complaint is over, what they say, and what is looked at again; from the cases.

What is over already is found by `flask record rebuild`; nobody is asked about what is long over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0110"
down_revision = "0070"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "survey",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("over_since", sa.Date(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("overall", sa.Text(), nullable=False),
        sa.Column("easy", sa.Text(), nullable=False),
        sa.Column("informed", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_survey_case_id_complaint"),
        sa.PrimaryKeyConstraint("case_id", name="pk_survey"),
    )
    op.create_index("ix_survey_over_since", "survey", ["over_since"])
    op.create_index("ix_survey_answered_on", "survey", ["answered_on"])
    op.create_table(
        "review",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("staff", NUMBER, nullable=True),
        sa.Column("review_by", sa.Date(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("definition", sa.Boolean(), nullable=True),
        sa.Column("points", sa.Boolean(), nullable=True),
        sa.Column("plain", sa.Boolean(), nullable=True),
        sa.Column("promises", sa.Boolean(), nullable=True),
        sa.Column("dates", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_review_case_id_complaint"),
        sa.PrimaryKeyConstraint("case_id", name="pk_review"),
    )
    op.create_index("ix_review_finished_on", "review", ["finished_on"])
    op.create_index("ix_review_month", "review", ["month", "case_id"])
