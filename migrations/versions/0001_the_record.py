"""The record: every event of every stream, the seals over them, and the triggers that guard both."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)

BESIDE_THE_TABLES = {
    "sqlite": (
        (
            "CREATE TRIGGER event_refuses_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, "
            "'event is append-only'); END"
        ),
        (
            "CREATE TRIGGER event_refuses_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, "
            "'event is append-only'); END"
        ),
        (
            "CREATE TRIGGER event_refuses_replace BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM "
            "event WHERE stream = NEW.stream AND position = NEW.position) BEGIN SELECT RAISE(ABORT, "
            "'event is append-only'); END"
        ),
        (
            "CREATE TRIGGER seal_refuses_update BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'seal "
            "is append-only'); END"
        ),
        (
            "CREATE TRIGGER seal_refuses_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'seal "
            "is append-only'); END"
        ),
        (
            "CREATE TRIGGER seal_refuses_replace BEFORE INSERT ON seal WHEN EXISTS (SELECT 1 FROM "
            "seal WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'seal is append-only'); END"
        ),
        (
            "CREATE TRIGGER sealed_head_refuses_update BEFORE UPDATE ON sealed_head BEGIN SELECT "
            "RAISE(ABORT, 'sealed_head is append-only'); END"
        ),
        (
            "CREATE TRIGGER sealed_head_refuses_delete BEFORE DELETE ON sealed_head BEGIN SELECT "
            "RAISE(ABORT, 'sealed_head is append-only'); END"
        ),
        (
            "CREATE TRIGGER sealed_head_refuses_replace BEFORE INSERT ON sealed_head WHEN EXISTS "
            "(SELECT 1 FROM sealed_head WHERE stream = NEW.stream AND position = NEW.position) BEGIN "
            "SELECT RAISE(ABORT, 'sealed_head is append-only'); END"
        ),
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION refuse_to_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $function$
""",
        (
            "CREATE TRIGGER event_refuses_change BEFORE DELETE OR UPDATE ON event FOR EACH ROW "
            "EXECUTE FUNCTION refuse_to_rewrite()"
        ),
        (
            "CREATE TRIGGER event_refuses_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT "
            "EXECUTE FUNCTION refuse_to_rewrite()"
        ),
        (
            "CREATE TRIGGER seal_refuses_change BEFORE DELETE OR UPDATE ON seal FOR EACH ROW EXECUTE "
            "FUNCTION refuse_to_rewrite()"
        ),
        (
            "CREATE TRIGGER seal_refuses_truncate BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE "
            "FUNCTION refuse_to_rewrite()"
        ),
        (
            "CREATE TRIGGER sealed_head_refuses_change BEFORE DELETE OR UPDATE ON sealed_head FOR "
            "EACH ROW EXECUTE FUNCTION refuse_to_rewrite()"
        ),
        (
            "CREATE TRIGGER sealed_head_refuses_truncate BEFORE TRUNCATE ON sealed_head FOR EACH "
            "STATEMENT EXECUTE FUNCTION refuse_to_rewrite()"
        ),
    ),
}


def upgrade() -> None:
    event()
    head()
    seal()
    sealed_head()
    for statement in BESIDE_THE_TABLES[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})


def event() -> None:
    op.create_table(
        "event",
        sa.Column("stream", EXACT, nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "position", name="pk_event"),
        sqlite_with_rowid=False,
    )


def head() -> None:
    op.create_table(
        "head",
        sa.Column("stream", EXACT, nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("stream", name="pk_head"),
    )


def seal() -> None:
    op.create_table(
        "seal",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_seal"),
    )


def sealed_head() -> None:
    op.create_table(
        "sealed_head",
        sa.Column("stream", EXACT, nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("seal", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("stream", "position", name="pk_sealed_head"),
        sa.ForeignKeyConstraint(["seal"], ["seal.number"], name="fk_sealed_head_seal_seal"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sealed_head_seal", "sealed_head", ["seal"])
