"""Two presses at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import token_of


def at_once(clients: Sequence[FlaskClient], address: str, forms: Sequence[Mapping[str, str]]) -> list[TestResponse]:
    """Send these forms at the same moment, each as another person; returns the answers in the order of their status."""
    ready = threading.Barrier(len(clients))
    answers: list[TestResponse] = []
    sent = [
        form | {"csrf_token": token_of(each), "key": uuid4().hex} for each, form in zip(clients, forms, strict=True)
    ]

    def send(number: int) -> None:
        ready.wait()
        answers.append(clients[number].post(address, data=sent[number]))

    all_of_them = [threading.Thread(target=send, args=(number,)) for number in range(len(clients))]
    for each in all_of_them:
        each.start()
    for each in all_of_them:
        each.join()
    return sorted(answers, key=lambda answer: answer.status_code)
