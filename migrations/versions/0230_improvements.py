"""The register of improvements, and the figures that the public is shown, counted once and kept."""

import sqlalchemy as sa
from alembic import op

revision = "0230"
down_revision = "0220"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _improvements()
    op.create_table(
        "public_figures",
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("first_on", "last_on", name="pk_public_figures"),
    )


def _improvements() -> None:
    op.create_table(
        "improvement",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("versions", NUMBER, nullable=False),
        sa.Column("public", NUMBER, nullable=False),
        sa.Column("service_area", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_improvement"),
    )
    op.create_table(
        "improvement_case",
        sa.Column("improvement_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("case_id", NUMBER, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["complaint.id"], name="fk_improvement_case_case_id_complaint"),
        sa.PrimaryKeyConstraint("improvement_id", "case_id", name="pk_improvement_case"),
    )
    op.create_index("ix_improvement_case_case_id", "improvement_case", ["case_id"])
    op.create_table(
        "improvement_text",
        sa.Column("improvement_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("improvement_id", "number", name="pk_improvement_text"),
    )
    op.create_index("ix_improvement_text_written_at", "improvement_text", ["written_at"])
