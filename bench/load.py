"""Send requests, a few at a time, and count what they cost: the time each took, and the server's CPU."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import urlencode

from bench import machine

AT_ONCE = 2
TIMEOUT = 60


class WrongAnswer(Exception):
    """An answer that is not the page asked for: an error page must not count as fast."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, and what its answer must hold: a text in the page, or the beginning of where it leads."""

    path: str
    holds: str
    cookies: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    seconds: float
    size: int
    text: str
    cookies: Mapping[str, str]


@dataclass(slots=True)
class Side:
    """One server under one kind of request: each slice adds to what was measured."""

    server: machine.Server
    asks: Iterator[Ask]
    database: tuple[int, ...] = ()
    """The processes of the database server, where it is one: idle but for the side that is being measured."""
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Milliseconds a request, one figure a slice."""
    size: int = 0

    def slice(self, count: int) -> None:
        """Ask so many times and keep what it cost."""
        asks = [next(self.asks) for _ in range(count)]
        before = self._cpu()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(lambda ask: send(self.server.port, ask), asks))
        self.cpu.append((self._cpu() - before) / count * 1000)
        self.seconds += [answer.seconds for answer in answers]
        self.size = max(answer.size for answer in answers)

    def warm(self, count: int) -> None:
        """Ask so many times and keep nothing: workers, templates and caches are then as they mostly are."""
        kept = self.seconds, self.cpu
        self.seconds, self.cpu = [], []
        self.slice(count)
        self.seconds, self.cpu = kept

    @property
    def cpu_ms(self) -> float:
        """Return the server's CPU for a request, in milliseconds, the database's with it."""
        return median(self.cpu)

    def milliseconds(self, percent: int) -> float:
        """Return how long all but the slowest took."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1000

    def _cpu(self) -> float:
        # New connections are new processes of PostgreSQL, so that its family is counted afresh.
        families = [machine.family(pid) for pid in (self.server.pid, *self.database)]
        return machine.cpu_seconds(sorted({pid for family in families for pid in family}))


def interleaved(sides: Sequence[Side], slices: int, count: int) -> None:
    """Measure all sides in turn, there and back again, so that what disturbs the machine falls on each alike."""
    for side in sides:
        side.warm(count)
    for turn in range(slices):
        for side in sides if turn % 2 == 0 else reversed(sides):
            side.slice(count)


def ratio(side: Side, to: Side) -> float:
    """Return how many times the CPU of another side this one takes: the middle of all slices."""
    return median(mine / theirs for mine, theirs in zip(side.cpu, to.cpu, strict=True))


def send(port: int, ask: Ask) -> Answer:
    """Send one request over a connection of its own, as a proxy in front would; raises WrongAnswer."""
    headers = {"Accept": "text/html", "Cookie": "; ".join(f"{name}={value}" for name, value in ask.cookies.items())}
    body = None
    if ask.form is not None:
        body = urlencode(ask.form)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request("GET" if body is None else "POST", ask.path, body, headers)
        response = connection.getresponse()
        text = response.read().decode()
        seconds = time.perf_counter() - began
    finally:
        connection.close()
    _check(ask, response, text)
    set_cookies = [line.partition(";")[0].partition("=") for line in response.headers.get_all("Set-Cookie") or ()]
    return Answer(seconds, len(text.encode()), text, {name: value for name, _, value in set_cookies})


def _check(ask: Ask, response: http.client.HTTPResponse, text: str) -> None:
    leads_to = response.headers.get("Location", "")
    right = leads_to.startswith(ask.holds) if ask.form is not None else ask.holds in text
    if response.status not in (200, 303) or not right:
        raise WrongAnswer(f"{ask.path}: {response.status} {leads_to} without {ask.holds!r}")


def repeated(make: Callable[[], Ask]) -> Iterator[Ask]:
    """Yield a request made afresh each time."""
    while True:
        yield make()
