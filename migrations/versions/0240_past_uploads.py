"""Files of the past that staff sent, on their way in, and what is wrong with their lines."""

import sqlalchemy as sa
from alembic import op

revision = "0240"
down_revision = "0230"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "past_upload",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.Column("create_missing", sa.Boolean(), nullable=False),
        sa.Column("skip_bad", sa.Boolean(), nullable=False),
        sa.Column("sent_by", NUMBER, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("rejected", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("lines", NUMBER, nullable=False),
        sa.Column("bad", NUMBER, nullable=False),
        sa.Column("known", NUMBER, nullable=False),
        sa.Column("through", NUMBER, nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("tries", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_past_upload"),
    )
    op.create_index("ix_past_upload_sha256", "past_upload", ["sha256"])
    op.create_index("ix_past_upload_sent_at", "past_upload", ["sent_at"])
    op.create_index("ix_past_upload_look_at", "past_upload", ["look_at"])
    _faults()


def _faults() -> None:
    op.create_table(
        "past_upload_fault",
        sa.Column("upload_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("line", NUMBER, nullable=False),
        sa.Column("column", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["past_upload.id"], name="fk_past_upload_fault_upload_id_past_upload"),
        sa.PrimaryKeyConstraint("upload_id", "number", name="pk_past_upload_fault"),
    )
