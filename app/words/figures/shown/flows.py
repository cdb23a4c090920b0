"""What is left to do, and what was promised: stock and flow, and how promises ended (HM1, HM6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.figures.documents import Document
from app.domain.figures.sections import Figure, Line, Section, Table
from app.words.catalogues import N_
from app.words.figures import compared, periods, scopes
from app.words.figures.opens import QUARTERS, within
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import STAGES, Voice

FLOW = {
    "open_at_start": N_("Open at the start"),
    "received": N_("Received"),
    "finished": N_("Finished"),
    "finished_unknown": N_("Finished, not known when"),
    "open_at_end": N_("Open at the end"),
}
PROMISED = {
    "kept_in_time": N_("Kept by the day first given"),
    "kept_by_new_date": N_("Kept by a later day they were told of"),
    "kept_late": N_("Kept late"),
    "disputed": N_("Not done, the resident says"),
    "late": N_("Late, not kept yet"),
    "not_due": N_("Not due yet"),
    "no_longer_wanted": N_("No longer wanted"),
    "no_access": N_("We could not get in"),
    "to_court": N_("Passed to a court"),
}


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of work and promises."""
    yield from _stock(voice)
    yield from _promises(voice)


def _stock(voice: Voice) -> Iterator[Section]:
    stock = voice.document.get("stock")
    if not stock:
        return
    title = voice.gettext("What was open, what came and what was finished")
    run = [periods.called(each, voice.language) for each in voice.quarters]
    by_quarter = len(run) > 1
    lines = [
        Line(
            voice.gettext("%(stage)s: %(what)s", stage=voice.stage(stage), what=voice.gettext(words)),
            tuple(_flow(voice, stock[stage], stage, part)),
            is_total=part == "open_at_end",
        )
        for stage in STAGES
        for part, words in FLOW.items()
        if part != "finished_unknown" or stock[stage][part]
    ]
    heads = (voice.gettext("Stages"), *(run if by_quarter else ()), voice.gettext("The whole time"))
    yield Section("stock", title, scopes.of(voice, scopes.FLOW), table=Table(title, heads, tuple(lines)))


def _flow(voice: Voice, of: Mapping[str, Any], stage: str, part: str) -> Iterator[Figure]:
    quarters = {each["label"]: each for each in of["quarters"]}
    counts = {"stage": stage, "measure": f"stock.{part}"}
    run = voice.quarters
    if len(run) > 1:
        for quarter in QUARTERS[: len(run)]:
            found = quarters.get(quarter)
            yield voice.figure(found[part], **counts, **within(run, quarter)) if found else Figure("–")
    yield voice.figure(of[part], **counts)


def _promises(voice: Voice) -> Iterator[Section]:
    of = [each.get("promises") for each in voice.documents]
    if of[0] is None:
        return
    title, scope = voice.gettext("What we promised, and whether we kept it"), scopes.of(voice, scopes.PROMISES)
    if not of[0]["made"]:
        why = [] if of[0]["made"] is None else [NONE_OF_THESE]
        yield left_out(voice, "promises", title, scope, *why)
        return
    lines = [
        Line(voice.gettext(words), tuple(_count(voice, each, part) for each in voice.documents))
        for part, words in PROMISED.items()
    ]
    made = (
        voice.figure(None if each is None else each["made"], document, measure="promises.made")
        for each, document in zip(of, voice.documents, strict=True)
    )
    lines.append(Line(voice.gettext("Promises made"), tuple(made), is_total=True))
    rates = [None if each is None else each["kept_rate"] for each in of]
    lines.append(
        Line(
            voice.gettext("Kept, of those kept, disputed and late"),
            tuple(
                voice.opening(voice.percent(rate), rate, document, measure="promises.kept")
                for rate, document in zip(rates, voice.documents, strict=True)
            ),
        )
    )
    drafted: tuple[str, ...] = ()
    if rates[0] is not None:
        said = voice.gettext("Of the promises that should be done, %(share)s were kept.", share=voice.percent(rates[0]))
        drafted = (said, *compared.rates(voice, rates[0], rates[1] if len(rates) > 1 else None))
    heads = (voice.gettext("Promises"), *voice.heads)
    yield Section("promises", title, scope, table=Table(title, heads, tuple(lines)), drafted=drafted)


def _count(voice: Voice, document: Document, part: str) -> Figure:
    of = document.get("promises")
    return voice.figure(None if of is None else of["parts"][part], document, measure=f"promises.{part}")
