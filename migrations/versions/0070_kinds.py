"""What a case is, whether anybody has sorted it yet, and the case it was opened from."""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0120"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("complaint", sa.Column("kind", sa.Text(), nullable=False, server_default="complaint"))
    op.add_column("complaint", sa.Column("untriaged_since", sa.Date(), nullable=True))
    op.add_column("complaint", sa.Column("opened_from", NUMBER, nullable=True))
    op.add_column("complaint", sa.Column("said_no", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_complaint_untriaged", "complaint", ["untriaged_since", "id"])
    op.create_index("ix_complaint_said_no", "complaint", ["said_no", "received_on", "id"])
    op.execute("UPDATE complaint SET untriaged_since = received_on WHERE phase = 'sent' AND stage = 1")
