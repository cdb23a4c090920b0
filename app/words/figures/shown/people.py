"""People and money: who complained again, how satisfied they are, and what was paid (OM4, HP14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from app.domain.case.survey_states import SATISFIED, Score
from app.domain.figures.documents import Document
from app.domain.figures.reports import OFTEN
from app.domain.figures.satisfaction import OVERALL
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.domain.figures.shares import halved
from app.words.case.surveys import QUESTIONS
from app.words.figures import compared, scopes
from app.words.figures.shown.gaps import left_out, unknown
from app.words.figures.voices import STAGES, Voice, whole
from app.words.say import say


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of people and money."""
    yield _repeated(voice)
    yield _satisfaction(voice)
    yield from _questions(voice)
    yield _compensation(voice)


def _repeated(voice: Voice) -> Section:
    title, scope = voice.gettext("People who complained more than once"), scopes.of(voice, scopes.PEOPLE)
    names = {least: f"{least}_or_more" for least in OFTEN}
    people = [each["repeat_complainants"] for each in voice.documents]
    if all(people[0][name] is None for name in names.values()):
        return left_out(voice, "repeat_complainants", title, scope)
    lines = tuple(
        Line(
            voice.gettext("%(n)s complaints or more", n=voice.number(least)),
            tuple(
                voice.figure(each[name], of, measure=f"repeat_complainants.{least}")
                for each, of in zip(people, voice.documents, strict=True)
            ),
        )
        for least, name in names.items()
    )
    twice = [each[names[OFTEN[0]]] for each in people]
    return Section(
        key="repeat_complainants",
        title=title,
        scope=scope,
        table=Table(title, (voice.gettext("How often"), *voice.heads), lines),
        drafted=_often(voice, twice),
    )


def _often(voice: Voice, people: Sequence[int | None]) -> tuple[str, ...]:
    if people[0] is None:
        return ()
    said = voice.ngettext(
        "%(n)s person made more than one complaint.", "%(n)s people made more than one complaint.", people[0]
    )
    return said, *compared.counts(voice, people[0], people[1] if len(people) > 1 else None)


def _satisfaction(voice: Voice) -> Section:
    title, scope = voice.gettext("How satisfied people are with how we dealt with it"), scopes.of(voice, scopes.PEOPLE)
    scores: Mapping[str, int | None] | None = voice.document["satisfaction"]
    if not scores or (unknown(scores.values()) and voice.document["satisfied_rate"] is None):
        return left_out(voice, "satisfaction", title, scope)
    counts = {each: scores.get(each.value, 0) for each in Score}
    heads = (voice.gettext("Answer"), voice.gettext("People"), voice.gettext("Share"))
    return Section(
        key="satisfaction",
        title=title,
        scope=scope,
        table=Table(title, heads, tuple(_scores(voice, counts))),
        chart=_chart(voice, title, counts),
        drafted=_satisfied(voice, counts),
    )


def _scores(voice: Voice, counts: Mapping[Score, int | None]) -> Iterator[Line]:
    percents = _percents(counts)
    for each, count in counts.items():
        yield Line(say(each, voice.language), _pair(voice, each.value, count, voice.per_cent(percents.get(each))))
    all_of, satisfied = _answered(voice, counts)
    yield Line(voice.gettext("All who answered"), _pair(voice, "answered", all_of, voice.per_cent(100)), is_total=True)
    rate = voice.percent(voice.document["satisfied_rate"])
    yield Line(voice.gettext("Very or fairly satisfied"), _pair(voice, "satisfied", satisfied, rate))


def _pair(voice: Voice, part: str, count: int | None, share: str) -> tuple[Figure, Figure]:
    measure = f"satisfaction.{part}"
    return voice.figure(count, measure=measure), voice.opening(share, count, measure=measure)


def _percents(counts: Mapping[Score, int | None]) -> Mapping[Score, Decimal]:
    """Return the per cent to show for each answer, the satisfied ones together their rate."""
    known = {each: count for each, count in counts.items() if count is not None}
    if len(known) < len(counts):
        return {}
    return halved(known, SATISFIED)


def _answered(voice: Voice, counts: Mapping[Score, int | None]) -> tuple[int | None, int | None]:
    """Return how many answered, and how many are satisfied: they stand where single answers are left out."""
    overall = (voice.document.get("satisfaction_by_question") or {}).get("overall") or {}
    if None in counts.values():
        return overall.get("answered"), overall.get("satisfied")
    return whole(counts.values()), whole(counts[each] for each in SATISFIED)


def _chart(voice: Voice, title: str, counts: Mapping[Score, int | None]) -> Chart | None:
    if None in counts.values():
        return None
    values = tuple(float(count or 0) for count in counts.values())
    people = Series(voice.gettext("People"), values, tuple(map(voice.number, counts.values())))
    description = voice.gettext("A bar for each answer. The table has the same numbers.")
    return Chart(Shape.BARS, title, description, tuple(say(each, voice.language) for each in counts), (people,))


def _satisfied(voice: Voice, counts: Mapping[Score, int | None]) -> tuple[str, ...]:
    rates = [each["satisfied_rate"] for each in voice.documents]
    answered, satisfied = _answered(voice, counts)
    if answered is None:
        return ()
    said = voice.ngettext(
        "%(n)s person answered; satisfied: %(satisfied)s (%(share)s).",
        "%(n)s people answered, and %(satisfied)s of them are satisfied (%(share)s).",
        answered,
        satisfied=voice.number(satisfied),
        share=voice.percent(rates[0]),
    )
    return said, *compared.rates(voice, rates[0], rates[1] if len(rates) > 1 else None)


def _questions(voice: Voice) -> Iterator[Section]:
    """Yield what was said to each question, where anybody was asked more than one (HP14)."""
    asked = [each.get("satisfaction_by_question") or {} for each in voice.documents]
    answered = [name for name in QUESTIONS if asked[0].get(name)]
    if len(answered) <= 1:
        return
    title = voice.gettext("How satisfied people are, by question")
    shares = (voice.gettext("%(period)s, satisfied", period=each) for each in voice.heads)
    counts = (voice.gettext("%(period)s, answers", period=each) for each in voice.heads)
    heads = (voice.gettext("Question"), *(head for pair in zip(counts, shares, strict=True) for head in pair))
    lines = tuple(
        Line(
            voice.gettext(QUESTIONS[name]), tuple(each for of in voice.documents for each in _question(voice, name, of))
        )
        for name in answered
    )
    scope = scopes.of(voice, scopes.PEOPLE)
    yield Section("satisfaction_by_question", title, scope, table=Table(title, heads, lines))


def _question(voice: Voice, name: str, document: Document) -> tuple[Figure, Figure]:
    of = (document.get("satisfaction_by_question") or {}).get(name)
    if of is None:
        return Figure(voice.unknown), Figure("–")
    # The first question is also counted of what was brought in, so its answers are those of the stages.
    family = "satisfaction" if name == OVERALL else f"satisfaction_by_question.{name}"
    rate = of["satisfied_rate"]
    return (
        voice.figure(of["answered"], document, measure=f"{family}.answered"),
        voice.opening(voice.percent(rate), rate, document, measure=f"{family}.satisfied"),
    )


def _compensation(voice: Voice) -> Section:
    title, scope = voice.gettext("Compensation accepted or paid"), scopes.of(voice, scopes.ISSUED)
    sums = [[of["stages"][stage]["compensation_pence"] for stage in STAGES] for of in voice.documents]
    if unknown(sums[0]):
        return left_out(voice, "compensation", title, scope)
    lines = [
        Line(voice.stage(stage), _paid(voice, [each[place] for each in sums], stage=stage))
        for place, stage in enumerate(STAGES)
    ]
    lines.append(Line(voice.stage("total"), _paid(voice, list(map(whole, sums))), is_total=True))
    heads = (voice.gettext("Stage"), *voice.heads)
    return Section("compensation", title, scope, table=Table(title, heads, tuple(lines)))


def _paid(voice: Voice, sums: Sequence[int | None], **counts: str) -> tuple[Figure, ...]:
    """Return sums, each with the terms of the answers that came with money."""
    return tuple(
        voice.opening(voice.pounds(pence), pence, of, measure="compensation", **counts)
        for pence, of in zip(sums, voice.documents, strict=True)
    )
