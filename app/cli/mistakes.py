"""A command that answers a mistake with one sentence and exit code 2, where click would print its usage too."""

from datetime import date
from typing import Any

import click


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
