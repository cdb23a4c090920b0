"""Files may be put with a complaint while it is being told: where each is kept, and how far the worker is with it."""

import sqlalchemy as sa
from alembic import op

revision = "0150"
down_revision = "0130"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "draft_file",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("came_as", sa.Text(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("set_aside", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scan", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("thumbnail", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["token_hash"], ["draft.token_hash"], name="fk_draft_file_token_hash_draft"),
        sa.PrimaryKeyConstraint("token_hash", "number", name="pk_draft_file"),
    )
    op.create_index("ix_draft_file_look_at", "draft_file", ["look_at"])
    op.create_index("ix_draft_file_address", "draft_file", ["address"])
    op.create_index("ix_draft_file_thumbnail", "draft_file", ["thumbnail"])
