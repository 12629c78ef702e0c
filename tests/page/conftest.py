"""The real chat in Debian's Chromium, in front of the real assistant; on its own page, and in a page of another site."""

from __future__ import annotations

import shutil
import socket
import threading
from typing import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from demo.site import HOST, site
from tests.support.servers import Assistant

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
#: A window of 1280 by 1024 at 400 % zoom.
ZOOMED = {"width": 320, "height": 256}


@pytest.fixture(scope="session")
def site_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory, site_port: int) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("page-assistant")
    with Assistant(folder, WAYMARK_ORIGINS=f"http://{HOST}:{site_port}") as running:
        yield running


@pytest.fixture(scope="session")
def other_site(assistant: Assistant, site_port: int) -> Iterator[str]:
    """Address of a site that is not ours, with a strict policy, whose pages hold the chat."""
    serving = site(assistant.url, site_port)
    thread = threading.Thread(target=serving.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://{HOST}:{site_port}"
    serving.shutdown()
    serving.server_close()
    thread.join(5)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed with its module: while it is open, no other event loop can run in this process."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, assistant: Assistant) -> Iterator[Page]:
    """The page just opened, at the width of a small phone."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(assistant.url)
    yield page
    context.close()


@pytest.fixture
def elsewhere(browser: Browser, other_site: str) -> Iterator[Page]:
    """A page of another site with the chat closed."""
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{other_site}/dundee.html")
    yield page
    context.close()
