"""A command that answers a mistake with one sentence and exit code 2, where click would print its usage too."""

from datetime import date, datetime
from typing import Any

import click

from app.domain.deed import LONDON


class Mistake(click.ClickException):
    """What was asked for cannot be done; the message is the sentence."""

    exit_code = 2


class PlainCommand(click.Command):
    """A command whose every mistake is one sentence."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*arguments, **extra)
        except click.UsageError as error:
            raise Mistake(error.format_message()) from error


class Day(click.ParamType):
    """A day, written as 2026-12-24."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a date; write it like 2026-12-24.", param, ctx)


class Moment(click.ParamType):
    """A day, written as 2026-12-24, or with its time as 2026-12-24T14:30: London's, unless it says another."""

    name = "date or time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | datetime:
        if isinstance(value, date):
            return value
        try:
            if "T" not in value:
                return date.fromisoformat(value)
            found = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is neither a date like 2026-12-24 nor a time like 2026-12-24T14:30.", param, ctx)
        return found if found.tzinfo is not None else found.replace(tzinfo=LONDON)


class WithDefault(click.Group):
    """Commands of which one is meant where none is named: what was there before there were several."""

    default = ""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = bool(args) and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if named else [self.default, *args])
