"""How operators reach it: one module a noun, each with the command of that name."""

from flask import Flask

from app.cli.backup import backup, restore
from app.cli.clock import clock
from app.cli.complaints import complaints
from app.cli.deadlines import deadlines
from app.cli.demo import demo
from app.cli.figures import figures
from app.cli.homes import homes
from app.cli.landlord import landlord
from app.cli.post import post
from app.cli.record import record
from app.cli.report import report
from app.cli.retention import retention
from app.cli.schema import schema
from app.cli.staff import staff

COMMANDS = (
    backup,
    clock,
    complaints,
    deadlines,
    demo,
    figures,
    homes,
    landlord,
    post,
    record,
    report,
    restore,
    retention,
    schema,
    staff,
)


def register(app: Flask) -> None:
    """Add the commands to `flask`."""
    for command in COMMANDS:
        app.cli.add_command(command)
