"""Cases that only named people may see, and who of the staff reports to whom and stands in for whom."""

import sqlalchemy as sa
from alembic import op

revision = "0080"
down_revision = "0050"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "restriction",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_restriction_case_id_complaint"),
        sa.PrimaryKeyConstraint("case_id", name="pk_restriction"),
    )
    op.create_table(
        "case_viewer",
        sa.Column("staff_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_case_viewer_case_id_complaint"),
        sa.PrimaryKeyConstraint("staff_id", "case_id", name="pk_case_viewer"),
    )
    op.create_index("ix_case_viewer_case_id", "case_viewer", ["case_id"])
    op.add_column("duty", sa.Column("few", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.drop_index("ix_duty_count", table_name="duty")
    op.create_index("ix_duty_count", "duty", ["kind", "due_on", "due_minute", "staff", "owner", "few", "case_id"])
    op.add_column("staff", sa.Column("reports_to", NUMBER, nullable=True))
    op.add_column("staff", sa.Column("deputy_for", NUMBER, nullable=True))
