"""flask staff: who works here, what they may do, and the link by which they set up their sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup

from app.cli.mistakes import Mistake
from app.db import reading, writing
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import ENGLISH
from app.domain.landlord.permissions import Role
from app.domain.refused import Refused
from app.now import now
from app.services.landlord import landlord
from app.services.landlord import staff as service
from app.words.say import say

ROLE = click.Choice([role.value for role in Role])

staff = AppGroup("staff", help="Who works here, and what they may do.")


@staff.command()
@click.argument("email")
@click.option("--name", required=True, help="Their full name: residents see it.")
@click.option("--role", "roles", type=ROLE, multiple=True, required=True, help="May be given more than once.")
@click.option("--phone", default="", help="The number at which residents reach them.")
@click.option("--contractor", default="", help="With the role contractor: which of the landlord’s list they work for.")
def add(email: str, name: str, roles: tuple[str, ...], phone: str, contractor: str) -> None:
    """Add somebody, and print the link by which they choose a password and set up their codes."""
    with explaining(), writing() as session:
        invitation = service.add(session, name, email, _roles(roles), Deed(CLOCK, now()), phone, contractor)
        address = landlord.current(session).address
    _print_link(address, invitation.token)


@staff.command()
@click.argument("email")
def reset(email: str) -> None:
    """Void somebody's password and codes, and print a new link."""
    with explaining(), writing() as session:
        invitation = service.reset(session, email, Deed(CLOCK, now()))
        address = landlord.current(session).address
    _print_link(address, invitation.token)


@staff.command()
@click.argument("email")
@click.option("--role", "roles", type=ROLE, multiple=True, required=True, help="May be given more than once.")
def roles(email: str, roles: tuple[str, ...]) -> None:
    """Say what somebody may do, in the place of what they might before."""
    with explaining(), writing() as session:
        service.change_roles(session, email, _roles(roles), Deed(CLOCK, now()))
    click.echo("Changed.")


@staff.command()
@click.argument("email")
def leave(email: str) -> None:
    """Sign somebody out for good; the record keeps their name."""
    with explaining(), writing() as session:
        service.leave(session, email, Deed(CLOCK, now()))
    click.echo("They are signed out everywhere and cannot sign in again.")


@staff.command()
@click.argument("email")
@click.option("--reports-to", help="The email address of whom they report to; nobody when left out.")
@click.option("--deputy-for", help="The email address of whom they stand in for; nobody when left out.")
def place(email: str, reports_to: str | None, deputy_for: str | None) -> None:
    """Say where somebody stands: they do not see a complaint about whom they report to or stand in for."""
    with explaining(), writing() as session:
        service.place(session, email, reports_to, deputy_for, Deed(CLOCK, now()))
    click.echo("Changed.")


@staff.command("list")
def index() -> None:
    """Say who works here."""
    with reading() as session:
        for member in service.present(session):
            click.echo(f"{member.name}  {member.email}  {', '.join(sorted(each.value for each in member.roles))}")


@contextmanager
def explaining() -> Iterator[None]:
    """Say in a sentence why something was refused."""
    try:
        yield
    except Refused as refusal:
        raise Mistake("\n".join(f"{say(gap.why, ENGLISH)}." for gap in refusal.gaps)) from refusal


def _roles(names: tuple[str, ...]) -> frozenset[Role]:
    return frozenset(map(Role, names))


def _print_link(address: str, token: str) -> None:
    click.echo(f"{address}/staff/set-up/{token}\nThis link works once, for 7 days. It is shown only here.")
