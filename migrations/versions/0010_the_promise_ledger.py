"""What became of each promise: who has it, what its resident says, and when to ask whether it was fixed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0040"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

ADDED = (
    sa.Column("contractor", sa.Text(), nullable=True),
    sa.Column("first_due_on", sa.Date(), nullable=True),
    sa.Column("is_open", sa.Boolean(), nullable=True),
    sa.Column("verdict", sa.Text(), nullable=True),
    sa.Column("times_not_done", NUMBER, nullable=True),
    sa.Column("appointments_missed", NUMBER, nullable=True),
    sa.Column("ending", sa.Text(), nullable=True),
    sa.Column("ended_on", sa.Date(), nullable=True),
    sa.Column("asked_next", sa.Date(), nullable=True),
)
ALWAYS_SAID = {
    "contractor": sa.Text(),
    "first_due_on": sa.Date(),
    "is_open": sa.Boolean(),
    "times_not_done": NUMBER,
    "appointments_missed": NUMBER,
}
NEXT_ASKED = {
    "sqlite": "min(date(due_on, '+1 day'), coalesce(date(done_on, '+28 days'), date(due_on, '+1 day')))",
    "postgresql": "least(due_on + 1, done_on + 28)",
}
# As the histories of before fold: nothing but promises made and done.
AS_BEFORE = """
UPDATE promise SET contractor = '', first_due_on = due_on, is_open = (done_on IS NULL), times_not_done = 0,
appointments_missed = 0, asked_next = {next_asked}
"""


def upgrade() -> None:
    for column in ADDED:
        op.add_column("promise", column)
    op.execute(AS_BEFORE.format(next_asked=NEXT_ASKED[op.get_bind().dialect.name]))
    with op.batch_alter_table("promise") as batch:
        for name, kind in ALWAYS_SAID.items():
            batch.alter_column(name, existing_type=kind, nullable=False)
    op.drop_index("ix_promise_due", "promise")
    op.create_index("ix_promise_due", "promise", ["is_open", "due_on", "case_id", "number"])
    op.create_index("ix_promise_contractor", "promise", ["contractor", "is_open", "due_on", "case_id", "number"])
    op.create_index("ix_promise_asked_next", "promise", ["asked_next"])
