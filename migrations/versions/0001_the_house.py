"""The house: every table of the first release."""

from alembic import op

from app.store import ddl

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    ddl.create(op.get_bind())
