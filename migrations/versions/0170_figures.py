"""What every figure is counted from, one row a stage; and how each home is held."""

import sqlalchemy as sa
from alembic import op

revision = "0170"
down_revision = "0140"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

ALWAYS = (
    ("kind", sa.Text()),
    ("received_on", sa.Date()),
    ("begun_on", sa.Date()),
    ("standing", sa.Text()),
    ("known", NUMBER),
    ("acknowledged", sa.Text()),
)
WHERE_KNOWN = (
    ("acknowledge_by", sa.Date()),
    ("acknowledged_on", sa.Date()),
    ("target", sa.Date()),
    ("extended_to", sa.Date()),
    ("extension_told_on", sa.Date()),
    ("told_in_time", sa.Boolean()),
    ("late_told_on", sa.Date()),
    ("due_on", sa.Date()),
    ("responded_on", sa.Date()),
    ("timeliness", sa.Text()),
    ("days_from_receipt", NUMBER),
    ("days_from_acknowledgement", NUMBER),
    ("outcome", sa.Text()),
    ("refusal", sa.Text()),
    ("stopped_on", sa.Date()),
    ("closed_on", sa.Date()),
    ("satisfaction", sa.Text()),
    ("compensation", NUMBER),
    ("channel", sa.Text()),
    ("service_area", sa.Text()),
    ("theme", sa.Text()),
    ("other_themes", sa.Text()),
    ("directorate", sa.Text()),
    ("neighbourhood", sa.Text()),
    ("tenure", sa.Text()),
    ("root_cause", sa.Text()),
    ("escalation_reason", sa.Text()),
    ("contractor", sa.Text()),
    ("handler", NUMBER),
    ("complainant", sa.Text()),
)


def upgrade() -> None:
    op.create_table(
        "counted",
        *(sa.Column(name, NUMBER, autoincrement=False, nullable=False) for name in ("case_id", "stage", "number")),
        *(sa.Column(name, of, nullable=False) for name, of in ALWAYS),
        *(sa.Column(name, of, nullable=True) for name, of in WHERE_KNOWN),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_counted_case_id_complaint"),
        sa.PrimaryKeyConstraint("case_id", "stage", "number", name="pk_counted"),
    )
    for column in ("begun_on", "due_on", "responded_on"):
        op.create_index(f"ix_counted_{column}", "counted", [column])
    op.add_column("home", sa.Column("tenure", sa.Text(), nullable=True))
