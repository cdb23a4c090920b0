"""A duty may be due by an hour: dangers in a home are made safe in hours, and sort before what is due by that day."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BY_THE_END = str(24 * 60)


def upgrade() -> None:
    op.add_column("duty", sa.Column("due_minute", NUMBER, nullable=False, server_default=BY_THE_END))
    for name, columns in {
        "ix_duty_count": ["kind", "due_on", "due_minute", "staff", "owner"],
        "ix_duty_queue": ["due_on", "due_minute", "case_id", "kind", "stage", "number"],
        "ix_duty_staff_queue": ["staff", "due_on", "due_minute", "case_id"],
    }.items():
        op.drop_index(name, table_name="duty")
        op.create_index(name, "duty", columns)
