"""Whose promises are open is found without reading all that they ever gave."""

from alembic import op

revision = "0190"
down_revision = "0180"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_promise_owner", table_name="promise")
    op.create_index("ix_promise_owner", "promise", ["owner", "is_open"])
