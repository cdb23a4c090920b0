"""What happened and to whom: danger, who it is for, who speaks, what went wrong, what would put it right."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from app.domain.case.drafts import Answers, Step, Whose
from app.domain.case.vocabulary import Danger, Wanted
from app.domain.people.parties import Authority
from app.web.answers import (
    LONGEST_LINE,
    TOO_LONG,
    Needed,
    Number,
    OnlyWith,
    one_line,
    words_field,
)
from app.web.public.case.questions.question import Question

LARGEST_GROUP = 10_000

DANGER = [
    SelectChoice(Danger.NOW.value, _l("Yes, now")),
    SelectChoice(Danger.SOON.value, _l("Yes, soon")),
    SelectChoice(Danger.NO.value, _l("No")),
    SelectChoice(Danger.NOT_SURE.value, _l("I am not sure")),
]
WHOSE = [
    SelectChoice(Whose.ME.value, _l("Me")),
    SelectChoice(Whose.SOMEONE_ELSE.value, _l("Someone else, and I am helping them")),
    SelectChoice(Whose.GROUP.value, _l("A group of people, and I am one of them")),
    SelectChoice(Whose.NO_NAME.value, _l("Me, but I do not want to give my name")),
]
AUTHORITY = [
    SelectChoice(Authority.THEY_WILL_CONFIRM.value, _l("They will tell you that it is all right")),
    SelectChoice(Authority.WRITTEN_PERMISSION.value, _l("I have it in writing from them")),
    SelectChoice(Authority.POWER_OF_ATTORNEY.value, _l("I have power of attorney, or a court chose me")),
    SelectChoice(Authority.THEY_HAVE_DIED.value, _l("They have died, and I am family or look after their affairs")),
    SelectChoice(Authority.MP_OR_COUNCILLOR.value, _l("I am their MP or councillor")),
]
SPEAKING = {
    Authority.THEY_WILL_CONFIRM: _l(
        "We will ask the person you are helping, alone, whether you may speak for them. Until then we cannot share "
        "anything about them."
    ),
    Authority.WRITTEN_PERMISSION: _l(
        "We will ask you to show us what you have in writing, or ask the person you are helping, alone. Until then we "
        "cannot share anything about them."
    ),
    Authority.POWER_OF_ATTORNEY: _l(
        "We will ask you to show us the power of attorney or the court’s paper. Until then we cannot share anything "
        "about the person you are helping."
    ),
    Authority.THEY_HAVE_DIED: _l(
        "We are sorry that they have died. We send nothing to them. One person here will speak with you about how this "
        "goes on, and what they need to see."
    ),
    Authority.MP_OR_COUNCILLOR: _l(
        "We need no form from you. We answer the person you write about ourselves, and tell you what they agree to."
    ),
}
"""What comes of each answer, on the last look and once it is sent (ruling 6)."""
WANTED = [
    SelectChoice(Wanted.APOLOGY.value, _l("Say sorry")),
    SelectChoice(Wanted.EXPLANATION.value, _l("Explain what happened")),
    SelectChoice(Wanted.WORK_DONE.value, _l("Finish the work")),
    SelectChoice(Wanted.MONEY.value, _l("Give money back, or money for the harm")),
    SelectChoice(Wanted.CHANGE.value, _l("Change something, so that it stops happening")),
    SelectChoice(Wanted.OTHER.value, _l("Something else")),
    SelectChoice(Wanted.NOT_SURE.value, _l("I am not sure yet")),
]


def speaking(authority: Authority | None) -> str:
    """Return what comes of how somebody may speak for another; nothing for who speaks for themselves."""
    return str(SPEAKING[authority]) if authority else ""


class DangerQuestion(Question):
    step, page = Step.DANGER, "public/questions/danger.html"

    danger = RadioField(
        _l("Could anyone get hurt?"),
        [InputRequired(_l("Choose if anyone could get hurt"))],
        choices=DANGER,
        description=_l("Think of everyone: you, your family, your neighbours, people who visit."),
    )


class WhoseQuestion(Question):
    step, page = Step.WHOSE, "public/questions/whose.html"

    whose = RadioField(_l("Who is this for?"), [InputRequired(_l("Choose who it is for"))], choices=WHOSE)
    people = StringField(
        _l("How many people are you, about?"),
        [OnlyWith("whose", Whose.GROUP.value), Needed(_l("Enter how many people, like 12")), Number(2, LARGEST_GROUP)],
        filters=[one_line],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    group_name = StringField(
        _l("What do you call your group? (optional)"),
        [OnlyWith("whose", Whose.GROUP.value), Length(max=LONGEST_LINE, message=TOO_LONG)],
        description=_l(
            "Like “Lift at Elm Court”. Tell the others to choose “a group” too, and to write the same name. Our "
            "staff put you together by it. Nobody else sees it."
        ),
        filters=[one_line],
        render_kw={"autocomplete": "off"},
    )


class SpeakerQuestion(Question):
    step, page = Step.SPEAKER, "public/questions/speaker.html"

    speaker_name = StringField(
        _l("Your full name"),
        [Needed(_l("Enter your full name")), Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw={"autocomplete": "name", "spellcheck": "false"},
    )
    relationship = StringField(
        _l("Who are you to them?"),
        [
            Needed(_l("Enter who you are to them, like daughter or support worker")),
            Length(max=LONGEST_LINE, message=TOO_LONG),
        ],
        description=_l("Like daughter, friend, support worker or advocate"),
        filters=[one_line],
        render_kw={"autocomplete": "off"},
    )
    authority = RadioField(
        _l("How do we know that you may speak for them?"),
        [InputRequired(_l("Choose how you have permission"))],
        choices=AUTHORITY,
    )


class WordsQuestion(Question):
    step, page = Step.WORDS, "public/questions/words.html"

    words = words_field(
        _l("What went wrong?"),
        Needed(_l("Tell us what went wrong")),
        description=_l("What happened? When? Who did you tell? Use your own words, in any language."),
    )
    files = 0

    def know(self, answers: Answers) -> None:
        """Let the words be left out where a recording or a photo says them (ruling 28)."""
        self.files = int(str(answers.get("files") or 0))
        if self.files:
            self.words.validators = [check for check in self.words.validators if not isinstance(check, Needed)]


class WantedQuestion(Question):
    step, page = Step.WANTED, "public/questions/wanted.html"

    wanted = SelectMultipleField(
        _l("What would put it right?"),
        [InputRequired(_l("Choose what you would like, or “I am not sure yet”"))],
        choices=WANTED,
        description=_l("Choose all that you would like. We may not be able to do all of it. We will answer each one."),
    )
    wanted_words = words_field(_l("Tell us more, if you like"))
