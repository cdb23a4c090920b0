"""Our macros against the GOV.UK Design System's own, element by element and attribute by attribute."""

import html5lib
import pytest
from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from tests.kitchen import SinkForm, kitchen
from tests.pages import text

GOVUK = Environment(
    loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}), autoescape=True
)
OURS_ALONE = ("dir", "data-i18n.", "rel")

WHO = {"value": "me", "text": "Me"}
GROUP = {"value": "group", "text": "A group of people", "checked": True, "hint": {"text": "A block"}}
OTHER = {"value": "other", "text": "Somebody else", "id": "who-3"}  # theirs counts the divider too
TYPED = {"who": "group", "ways": ["email", "none"], "name": "Kim", "what": "It leaks", "area": "repairs"}
DAY = {"received-day": "20", "received-month": "13", "received-year": "2026"}


def legend(words, size):
    return {"legend": {"text": words, "classes": f"govuk-fieldset__legend--{size}"}}


def question(name, words, **more):
    return {"id": name, "name": name, "label": {"text": words}, **more}


SAME = {
    "input": (
        "{{ fields.text_input(form.name, size='m', width='20') }}",
        question("name", "Your full name", hint={"text": "As you would like us to write it"}, value="Kim")
        | {"classes": "govuk-input--width-20", "autocomplete": "name", "spellcheck": False}
        | {"label": {"text": "Your full name", "classes": "govuk-label--m"}},
    ),
    "input as the page's question": (
        "{{ fields.text_input(form.name, heading=true) }}",
        question("name", "", hint={"text": "As you would like us to write it"}, value="Kim")
        | {"autocomplete": "name", "spellcheck": False}
        | {"label": {"text": "Your full name", "classes": "govuk-label--l", "isPageHeading": True}},
    ),
    "password-input": (
        "{{ fields.password_input(form.password) }}",
        question("password", "Password", errorMessage={"text": "Answer this question, so that we can help"}),
    ),
    "textarea": (
        "{{ fields.textarea(form.what) }}",
        question("what", "What went wrong?", value="It leaks", rows=5)
        | {"hint": {"text": "What happened, when, and who you told. Any language will do."}},
    ),
    "character-count": (
        "{{ fields.textarea(form.what, longest=200) }}",
        question("what", "What went wrong?", value="It leaks", maxlength=200, threshold=75)
        | {"hint": {"text": "What happened, when, and who you told. Any language will do."}},
    ),
    "radios": (
        "{{ fields.radios(form.who, hints={'group': 'A block'}, or_before='other') }}",
        {"idPrefix": "who", "name": "who", "fieldset": legend("Who is this for?", "m")}
        | {"hint": {"text": "You can complain for somebody else"}, "items": [WHO, GROUP, {"divider": "or"}, OTHER]},
    ),
    "checkboxes": (
        "{{ fields.checkboxes(form.ways, heading=true, reveals={'email': where, 'phone': where}, alone='none') }}",
        {"idPrefix": "ways", "name": "ways", "hint": {"text": "Choose all that are safe"}}
        | {"fieldset": {"legend": {**legend("How can we reach you?", "l")["legend"], "isPageHeading": True}}}
        | {
            "items": [
                {"value": "email", "text": "Email", "checked": True, "conditional": {"html": "<p>Where?</p>"}},
                {"value": "phone", "text": "Phone", "conditional": {"html": "<p>Where?</p>"}},
                {"value": "letter", "text": "Letter"},
                {"value": "none", "text": "Send me nothing", "checked": True, "behaviour": "exclusive"},
            ]
        },
    ),
    "select": (
        "{{ fields.select(form.area) }}",
        question("area", "Service area")
        | {
            "items": [
                {"value": "", "text": "Choose one"},
                {"value": "repairs", "text": "Repairs and maintenance", "selected": True},
            ]
        },
    ),
    "date-input": (
        "{{ fields.date_input(form.received) }}",
        {"id": "received", "namePrefix": "received", "fieldset": legend("When did we receive it?", "m")}
        | {"hint": {"text": "For example, 27 3 2026"}}
        | {"errorMessage": {"text": "The date we received it must be a real date"}}
        | {
            "items": [
                {"name": part, "value": value, "classes": f"govuk-input--width-{width} govuk-input--error"}
                for part, value, width in (("day", "20", 2), ("month", "13", 2), ("year", "2026", 4))
            ]
        },
    ),
    "error-summary": (
        "{{ forms.error_summary(form) }}",
        {
            "titleText": "There is a problem",
            "errorList": [
                {"text": "Answer this question, so that we can help", "href": "#danger"},
                {"text": "The date we received it must be a real date", "href": "#received-day"},
                {"text": "Answer this question, so that we can help", "href": "#password"},
            ],
        },
    ),
    "button": (
        "{{ forms.button('Save', look='secondary', name='save', value='yes') }}",
        {
            "text": "Save",
            "classes": "govuk-button--secondary",
            "name": "save",
            "value": "yes",
            "preventDoubleClick": True,
        },
    ),
    "button that is a link": (
        "{{ forms.button_link('Start now', '/start', look='start') }}",
        {"text": "Start now", "href": "/start", "isStartButton": True},
    ),
    "panel": (
        "{% call notices.panel('Sent') %}Your reference{% endcall %}",
        {"titleText": "Sent", "text": "Your reference"},
    ),
    "inset-text": ("{{ notices.inset('It leaks') }}", {"text": "It leaks"}),
    "warning-text": ("{{ notices.warning('Act now') }}", {"text": "Act now", "iconFallbackText": "Warning"}),
    "notification-banner": (
        "{{ notices.banner('Sent', done=true, id='govuk-notification-banner') }}",
        {"text": "Sent", "type": "success", "titleText": "Done"},
    ),
    "details": ("{{ notices.details('Why?', 'Because') }}", {"summaryText": "Why?", "text": "Because"}),
    "tag": ("{{ notices.tag('Late', 'late') }}", {"text": "Late", "classes": "tag--late"}),
    "back-link": ("{{ furniture.back_link('/c') }}", {"text": "Back", "href": "/c"}),
    "exit-this-page": (
        "{{ furniture.leave_button('/leave') }}",
        {
            "redirectUrl": "/leave",
            "html": '<span class="govuk-visually-hidden">Emergency:</span> Leave this site quickly',
        },
    ),
}


@pytest.fixture(scope="module")
def app():
    return kitchen()


@pytest.mark.parametrize("name", SAME)
def test_it_is_the_same_as_the_design_systems(app, name):
    ours, params = SAME[name]
    component = name.split()[0]
    macro = "govuk" + component.title().replace("-", "")

    theirs = GOVUK.from_string(
        f"{{% from 'govuk_frontend_jinja/components/{component}/macro.html' import {macro} %}}{{{{ {macro}(params) }}}}"
    ).render(params=params)

    assert tree(rendered(app, ours)) == tree(theirs)


def test_the_comparison_can_fail():
    assert tree('<a href="/c">Back</a>') != tree('<a href="/d">Back</a>')
    assert tree('<a href="/c">Back</a>') != tree('<a href="/c">Away</a>')
    assert tree('<a href="/c">Back</a>') != tree('<p><a href="/c">Back</a></p>')


def rendered(app, source):
    imports = "".join(
        f"{{% import 'components/{name}.html' as {name} %}}" for name in ("fields", "forms", "notices", "furniture")
    )
    with app.test_request_context():
        form = SinkForm(MultiDict(TYPED | DAY), meta={"csrf": False})
        form.validate()
        return app.jinja_env.from_string(imports + source).render(form=form, where=Markup("<p>Where?</p>"))


def tree(html):
    """The markup without white space, and without what is ours alone."""
    return [_branch(each) for each in html5lib.parseFragment(html, namespaceHTMLElements=False)]


def _branch(element):
    attributes = {
        name: set(value.split()) if name in ("class", "aria-describedby") else value
        for name, value in element.attrib.items()
        if not name.startswith(OURS_ALONE)
    }
    return element.tag, attributes, text(element), [_branch(each) for each in element]
