"""Files in a bucket that speaks the protocol of Amazon S3 (docs/decisions/23-files-in-a-bucket.md).

Who may open it, where it is and how it is reached stand in the environment, under the names that all such tools read:
AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from app.adapters.storage import ADDRESS, AT_ONCE, Storage, checked

if TYPE_CHECKING:
    from obstore.store import S3Store

NOT_INSTALLED = "For files in a bucket install Putright with its extra: pip install 'putright[s3]'"
ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")
ALLOWED, ANSWER_WITHIN, CONNECT_WITHIN = timedelta(seconds=10), timedelta(seconds=30), timedelta(seconds=5)
"""For all tries together; for one answer, and to be reached at all: somebody waits at the other end."""
TRIES_AGAIN = 2


class Bucket(Storage):
    """Files in a bucket, under a folder of it or at its top; raises ValueError where the library is not installed."""

    def __init__(self, name: str, folder: str) -> None:
        try:
            from obstore.store import S3Store
        except ImportError as error:
            raise ValueError(NOT_INSTALLED) from error
        endpoint = next((os.environ[each] for each in ENDPOINTS if os.environ.get(each)), "")
        where: dict[str, Any] = {"endpoint": endpoint} if endpoint else {}
        self.store: S3Store = S3Store(
            name,
            prefix=folder or None,
            **where,
            client_options={
                "timeout": ANSWER_WITHIN,
                "connect_timeout": CONNECT_WITHIN,
                "allow_http": endpoint.startswith("http://"),
            },
            retry_config={"max_retries": TRIES_AGAIN, "retry_timeout": ALLOWED},
        )

    def put(self, address: str, content: BinaryIO) -> None:
        with _plainly():
            self.store.put(checked(address), content)

    def read(self, address: str) -> Iterator[bytes]:
        with _plainly():
            yield from map(bytes, self.store.get(checked(address)).stream(AT_ONCE))

    def delete(self, address: str) -> None:
        with _plainly():
            self.store.delete(checked(address))

    def older_than(self, at: datetime) -> Iterator[list[str]]:
        with _plainly():
            for some in self.store.list():
                old = [each["path"] for each in some if each["last_modified"] < at]
                yield [path for path in old if ADDRESS.fullmatch(path)]


@contextmanager
def _plainly() -> Iterator[None]:
    """Say whatever the library says as OSError, as a disk would."""
    from obstore.exceptions import BaseError

    try:
        yield
    except BaseError as error:
        raise OSError(f"the bucket: {type(error).__name__}") from error
