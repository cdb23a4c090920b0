"""What the public page of figures costs from memory, beside a page that never changes, in turn in one process.

python3 -m bench.public            # of the database in DATABASE_URL; --count 2000 is slower
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from flask.testing import FlaskClient

from app.factory import create_app

STATIC, FIGURES = "/contact", "/performance"
SLICES = 10


def main() -> None:
    """Measure both pages in short slices, and print the middle of each and of their ratios."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=500)
    count = asked.parse_args().count
    client = create_app().test_client()
    tag = client.get(FIGURES).headers["ETag"]
    asks: dict[str, Callable[[], object]] = {
        "static": lambda: _whole(client, STATIC),
        "figures": lambda: _whole(client, FIGURES),
        "the same (304)": lambda: client.get(FIGURES, headers={"If-None-Match": tag}),
    }
    slices = [{name: _cost(ask, count // SLICES) for name, ask in asks.items()} for _ in range(SLICES)]
    for name in asks:
        middle = statistics.median(each[name] for each in slices)
        ratio = statistics.median(each[name] / each["static"] for each in slices)
        print(f"{name}: {middle * 1000:.2f} ms of processor, {ratio:.2f} times the static page")


def _whole(client: FlaskClient, path: str) -> None:
    if client.get(path).status_code != 200:
        raise SystemExit(f"{path} is not the page asked for")


def _cost(ask: Callable[[], object], count: int) -> float:
    begun = time.process_time()
    for _ in range(count):
        ask()
    return (time.process_time() - begun) / count


if __name__ == "__main__":
    main()
