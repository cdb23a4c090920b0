"""How long a page keeps its visitor waiting while it opens: its long tasks on a cheap phone (row 27).

Other work on the machine of the tests must not count: tasks are measured in the processor's time, not the clock's,
and against a yardstick run in the same window, which says how quick this machine is at this moment.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser

LONG = 50
"""Milliseconds after which a task keeps somebody waiting."""
PHONE = 4
"""How many times slower a cheap phone is than the machine whose yardstick this is."""
YARDSTICK = 20
"""Milliseconds of its processor's time that that machine takes for the yardstick."""
MEASURE = """() => {
  const box = document.createElement('div');
  for (let each = 0; each < 3000; each++) {
    const line = document.createElement('p');
    line.textContent = `line ${each}`;
    box.append(line);
  }
  let sum = box.childNodes.length;
  for (let round = 0; round < 40; round++) {
    const known = new Map();
    for (let each = 0; each < 2000; each++) known.set(`key ${each}`, each);
    for (const [key, value] of known) sum += key.length * value;
  }
  return sum;
}"""
AFTER = "the yardstick"


def blocked(browser: Browser, address: str, **context: Any) -> float:
    """Return for how many milliseconds a cold visit's long tasks would keep a cheap phone's owner waiting."""
    opened = browser.new_context(viewport={"width": 360, "height": 640}, **context)
    page = opened.new_page()
    browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("name => performance.mark(name)", AFTER)
    page.evaluate(MEASURE)
    page.evaluate("0")  # the yardstick's task is written down once it has ended, which is after its answer came
    events = json.loads(browser.stop_tracing())["traceEvents"]
    opened.close()

    (marked,) = (each for each in events if each["name"] == AFTER)
    tasks = [
        each
        for each in events
        if each["name"].endswith("RunTask") and _thread(each) == _thread(marked) and "tdur" in each
    ]
    yardstick = max(_milliseconds(each) for each in tasks if each["ts"] > marked["ts"])
    slower = PHONE * YARDSTICK / yardstick
    return sum(max(0.0, slower * _milliseconds(each) - LONG) for each in tasks if each["ts"] < marked["ts"])


def _thread(event: dict[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _milliseconds(task: dict[str, Any]) -> float:
    return float(task["tdur"]) / 1000
