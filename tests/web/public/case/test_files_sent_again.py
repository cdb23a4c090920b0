"""A file that is sent again, because nobody saw that it had come: it is with the complaint once, and with no other."""

from __future__ import annotations

from tests import sent_files
from tests.web.public.adding import PAGE, adds, sent
from tests.web.public.conftest import hidden


def test_the_first_file_is_there_though_its_answer_was_lost_and_it_was_sent_again(visitor, another, app, database):
    file, form = sent_files.photo(), hidden(visitor.sees(PAGE).text)
    (cookie,) = visitor.client._cookies.values()

    def press(client, content=file):
        response = client.post(PAGE, data=form | {"about": "The damp wall", "file": sent(content)})
        return response.status_code, response.location

    assert press(visitor.client) == (303, PAGE)
    visitor.client.set_cookie(cookie.key, cookie.value)  # as it was: what came with the answer is lost
    assert "The damp wall" not in visitor.sees(PAGE).text
    assert press(visitor.client) == (303, PAGE)
    assert press(visitor.client) == (303, PAGE), "and a third time changes nothing"

    assert visitor.sees(PAGE).text.count("Take out file") == 1
    assert press(visitor.client, sent_files.PDF)[0] == 409, "another file under the same key is another deed"


def test_a_key_opens_no_draft_of_another(visitor, another):
    visitor.answers(1, 2)
    form = hidden(visitor.sees(PAGE).text)
    file = sent_files.photo()
    visitor.client.post(PAGE, data=form | {"file": sent(file)})
    adds(visitor, sent_files.PDF, about="My letter")
    theirs = hidden(another.sees(PAGE).text) | {"key": form["key"]}

    another.client.post(PAGE, data=theirs | {"file": sent(file)})

    assert another.sees(PAGE).text.count("Take out file") == 1
    assert "My letter" not in another.sees(PAGE).text
