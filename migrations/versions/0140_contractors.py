"""People of a contractor sign in by the door of the staff, as theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0140"
down_revision = "0160"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("contractor", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_staff_contractor", "staff", ["contractor"])
