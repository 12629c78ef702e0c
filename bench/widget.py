"""What a chat costs before and while it is used: bytes, time until somebody can type, time from Enter to the answer."""

from __future__ import annotations

import shutil
import statistics
from dataclasses import dataclass
from typing import Callable, Dict, List, Optional

from playwright.sync_api import Browser, Page, sync_playwright

from bench.widget_pages import ANSWER, Contestant, contestants, serving

TIMES = 7
_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
#: A telephone of some years ago on a 3G connection, as Lighthouse takes it: bytes a second, milliseconds, times slower.
_SLOW = {"bytes": 1.6e6 / 8, "latency_ms": 150, "slower": 4}
#: Resolves, once `find` gives something, to the time of the frame after: milliseconds since the page was asked for.
_WHEN = "(find) => new Promise((done) => { const look = () => (find() ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look)); look(); })"

_NOTE_ENTER = (
    "addEventListener('keydown', (event) => { if (event.key === 'Enter') window.pressed = performance.now(); }, true)"
)


@dataclass
class Result:
    """Medians in milliseconds; None where it cannot be measured."""

    name: str
    gzipped: int
    ready_ms: Optional[float]
    ready_slow_ms: Optional[float]
    answer_ms: Optional[float]
    answer_slow_ms: Optional[float]


def measure(say: Callable[[str], None]) -> List[Result]:
    """All contestants, one after the other: about a minute and a half."""
    results = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        for contestant in contestants():
            say(f"Measuring {contestant.name} …")
            with serving(contestant) as address:
                quick = _runs(browser, contestant, address, slow=False)
                slow = _runs(browser, contestant, address, slow=True)
            results.append(
                Result(
                    contestant.name, contestant.gzipped, quick["ready"], slow["ready"], quick["answer"], slow["answer"]
                )  # type: ignore[arg-type]
            )
        browser.close()
    return results


def table(results: List[Result]) -> List[List[str]]:
    headings = ["", "kB gzipped", "open, ms", "open on a slow phone, ms", "Enter to answer, ms", "on a slow phone, ms"]
    return [headings, *([each.name, f"{each.gzipped / 1000:.1f}", *map(_ms, _times(each))] for each in results)]


def _times(each: Result) -> List[Optional[float]]:
    return [each.ready_ms, each.ready_slow_ms, each.answer_ms, each.answer_slow_ms]


def _ms(value: Optional[float]) -> str:
    return "" if value is None else f"{value:.0f}"


def _runs(browser: Browser, contestant: Contestant, address: str, slow: bool) -> Dict[str, Optional[float]]:
    if not contestant.opens:
        return {"ready": None, "answer": None}
    runs = [_run(browser, contestant, address, slow) for _ in range(TIMES)]
    return {what: statistics.median(each[what] for each in runs) for what in ("ready", "answer")}


def _run(browser: Browser, contestant: Contestant, address: str, slow: bool) -> Dict[str, float]:
    """One page load with nothing cached, and one question."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    if slow:
        _slow_down(page)
    page.goto(address, wait_until="commit")
    box = f"() => {{ const box = {contestant.box}; return box && box.offsetHeight ? box : null; }}"
    ready = float(page.evaluate(f"({_WHEN})({box})"))
    page.wait_for_timeout(300)
    page.evaluate(f"({box})().focus()")
    page.keyboard.type("a break")
    page.evaluate(_NOTE_ENTER)
    page.keyboard.press("Enter")
    shown = float(page.evaluate(f"({_WHEN})(() => {contestant.text}.indexOf('{ANSWER}') >= 0)"))
    pressed = float(page.evaluate("window.pressed"))
    context.close()
    return {"ready": ready, "answer": shown - pressed}


def _slow_down(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOW["slower"]})
    devtools.send("Network.enable")
    devtools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _SLOW["latency_ms"],
            "downloadThroughput": _SLOW["bytes"],
            "uploadThroughput": _SLOW["bytes"],
        },
    )
