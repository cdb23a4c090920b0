"""Complaints that many people make together, or of a problem we know of: whose they are, and what all are answered."""

import sqlalchemy as sa
from alembic import op

revision = "0130"
down_revision = "0110"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "case_group",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("binding", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lead", NUMBER, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_group"),
    )
    op.create_index("ix_case_group_changed_at", "case_group", ["changed_at"])
    op.create_table(
        "common_part",
        sa.Column("group_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("version", NUMBER, autoincrement=False, nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_by", NUMBER, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "version", name="pk_common_part"),
    )
    op.create_index("ix_common_part_written_at", "common_part", ["written_at"])
    op.create_table(
        "group_member",
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("group_id", NUMBER, nullable=False),
        sa.Column("people", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_group_member_case_id_complaint"),
        sa.PrimaryKeyConstraint("case_id", name="pk_group_member"),
    )
    op.create_index("ix_group_member_group_id", "group_member", ["group_id"])
