"""Files on their way in a real browser: how far each is can be seen and heard, it can be stopped, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from app.post.files import Files
from tests import sent_files
from tests.browser import checks
from tests.browser.offices import OFFICER, Office, office
from tests.browser.scripts import BROKEN, no_script
from tests.browser.visits import after_a_mistake, at_both_widths
from tests.states import acknowledged

PHOTO = {"name": "IMG_2034.jpg", "mimeType": "image/jpeg", "buffer": sent_files.photo(size=(900, 600))}
PAGE_THAT_RUNS = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"<script>alert(1)</script>"}


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[Office]:
    with office(run) as served:
        yield served


@pytest.fixture
def visit(house, look):
    """Opens the page for files of a complaint that is being told."""

    def opened(**context: object) -> Page:
        return look(f"{house.address}/c/files", **context)

    return opened


def send(page: Page, file: dict[str, object] = PHOTO) -> None:
    page.get_by_label("Choose a file").set_input_files([file])
    page.get_by_role("button", name="Add this file").click()


def looked_through(house: Office) -> None:
    with house.app.app_context():
        worker = Files(house.app.extensions["config"])
        while worker.step():
            pass


def test_a_file_goes_up_by_itself_and_is_taken_out_again(house, visit):
    page = visit(bypass_csp=True)
    at_both_widths(page)
    page.get_by_label("What it shows").fill("The damp wall")
    send(page)
    expect(page.get_by_role("listitem").filter(has_text="The damp wall")).to_contain_text("We are checking this file")
    looked_through(house)
    page.reload()
    expect(page.locator("img.thumbnail")).to_be_visible()
    assert page.evaluate("document.querySelector('img.thumbnail').naturalWidth") > 0
    at_both_widths(page, markup=False)

    page.get_by_role("button", name="Take out file 1").click()

    expect(page.get_by_text("The file is taken out.")).to_be_visible()
    expect(page.get_by_text("The damp wall")).to_have_count(0)


def test_how_far_it_is_can_be_seen_and_heard_and_it_can_be_stopped(visit, look):
    look.forgiven += ["net::ERR_ABORTED", "htmx:"]
    page, held = visit(bypass_csp=True), list[Route]()
    page.route("**/c/files", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    page.get_by_label("What it shows").fill("The damp wall")
    send(page)

    bar = page.get_by_role("progressbar", name="Sending your file")
    expect(bar).to_be_visible()
    expect(page.locator("#status")).to_contain_text("Sending your file: 0%")
    checks.every(page, checks.axe, checks.targets)
    page.evaluate(
        "document.querySelector('form').dispatchEvent(new CustomEvent('htmx:xhr:progress', {bubbles: true, "
        "detail: {loaded: 1, total: 2}}))"
    )
    expect(page.locator("#status")).to_contain_text("Sending your file: 50%")
    assert page.evaluate("document.getElementById('sent-so-far').value") == 50

    page.get_by_role("button", name="Stop sending").click()

    expect(bar).to_be_hidden()
    expect(page.locator("#status")).to_contain_text("Nothing was sent")
    expect(page.get_by_label("What it shows")).to_have_value("The damp wall")
    expect(page.get_by_label("Choose a file")).to_be_focused()


def test_a_refused_file_says_why_and_the_words_stay(visit):
    page = visit(bypass_csp=True)
    after_a_mistake(page)
    page.get_by_label("What it shows").fill("The damp wall")
    send(page, PAGE_THAT_RUNS)

    summary = page.locator(".govuk-error-summary")
    expect(summary).to_contain_text("The file must be a photo")
    expect(summary).to_be_focused()
    expect(page.get_by_label("What it shows")).to_have_value("The damp wall")
    send(page)
    expect(page.get_by_text("We have got your file.")).to_be_visible()


def test_a_line_that_breaks_loses_neither_the_words_nor_the_chosen_file(visit, look):
    look.forgiven += ["net::ERR_FAILED", "htmx:sendError", "htmx:afterRequest"]
    page = visit()
    page.route("**/c/files", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.get_by_label("What it shows").fill("The damp wall")
    send(page)
    expect(page.locator("#not-saved")).to_contain_text("We could not save that.")
    expect(page.locator("#sending")).to_be_hidden()
    expect(page.get_by_label("What it shows")).to_have_value("The damp wall")

    page.unroute_all()
    page.get_by_role("button", name="Add this file").click()

    expect(page.get_by_text("We have got your file.")).to_be_visible()


@pytest.mark.parametrize("how", BROKEN)
def test_without_script_a_plain_form_does_the_same(house, browser, how):
    with no_script(browser, how) as page:
        page.goto(f"{house.address}/c/files")
        expect(page.get_by_role("progressbar")).to_be_hidden()
        send(page, PAGE_THAT_RUNS)
        expect(page.get_by_text("The file must be a photo").first).to_be_visible()
        send(page)
        expect(page.get_by_text("We have got your file.")).to_be_visible()
        page.get_by_role("button", name="Take out file 1").click()
        expect(page.get_by_text("The file is taken out.")).to_be_visible()
        page.get_by_role("button", name="Continue").click()
        expect(page).to_have_url(f"{house.address}/c/step/1")


def test_staff_see_how_far_theirs_is_too(house, look):
    made = house.begin(acknowledged)
    page = look(house.page_of(made, "evidence"), storage_state=house.signed_in(OFFICER))
    page.get_by_label("Choose a file").set_input_files([PHOTO])
    page.get_by_label("Ours: residents do not see it").check()

    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.get_by_role("button", name="Keep this file").click()

    assert sent.value.headers.get("hx-request") == "true"
    expect(page.get_by_text("The file is kept.")).to_be_visible()
