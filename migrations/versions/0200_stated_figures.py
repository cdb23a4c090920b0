"""What landlords state for their figures: every statement stays as it was made, and the last of each holds."""

import sqlalchemy as sa
from alembic import op

revision = "0200"
down_revision = "0190"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "stated_figure",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("subject", EXACT, nullable=False),
        sa.Column("name", EXACT, nullable=False),
        sa.Column("part", EXACT, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("beside", sa.Text(), nullable=True),
        sa.Column("stated_by", sa.Text(), nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_stated_figure"),
    )
    op.create_index("ix_stated_figure_key", "stated_figure", ["subject", "name", "part", "first", "last", "number"])
    if op.get_bind().dialect.name == "sqlite":
        for name, moment in (
            ("update", "BEFORE UPDATE ON stated_figure"),
            ("delete", "BEFORE DELETE ON stated_figure"),
            (
                "replace",
                "BEFORE INSERT ON stated_figure WHEN EXISTS (SELECT 1 FROM stated_figure WHERE number = NEW.number)",
            ),
        ):
            op.execute(
                f"CREATE TRIGGER stated_figure_refuses_{name} {moment} "
                "BEGIN SELECT RAISE(ABORT, 'stated_figure is append-only'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER stated_figure_refuses_change BEFORE DELETE OR UPDATE ON stated_figure FOR EACH ROW "
            "EXECUTE FUNCTION refuse_to_rewrite()"
        )
        op.execute(
            "CREATE TRIGGER stated_figure_refuses_truncate BEFORE TRUNCATE ON stated_figure FOR EACH STATEMENT "
            "EXECUTE FUNCTION refuse_to_rewrite()"
        )
