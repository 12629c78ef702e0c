"""Pages with our chat and with others, served in the same way by one small server that answers at once."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

from waymark.operations.paths import CACHE
from waymark.web.files import WIDGET
from waymark.web.joining import joined_script, joined_style

#: The text of every answer, and of nothing else on the pages.
ANSWER = "Here is your answer"
PACKAGES = {"deep-chat": "2.4.2", "rasa-webchat": "1.0.1"}
_START = {
    "privacy": "What you type is kept for a short time.", "about_url": "/about", "plain_url": "/plain", "neutral_url": "https://example.org",
    "welcome": {"messages": [{"text": "Hello. What would help most?", "buttons": [], "cards": [], "question": None}]},
    "person": {"name": "A helpline", "phone": "0808 808 7777", "hours": None, "open_now": None, "web": None}, "danger": [], "place": None,
}  # fmt: skip
_REPLY = {"session": "x", "messages": [{"text": ANSWER, "buttons": [], "cards": []}], "turn": {}}


@dataclass
class Contestant:
    """A page, the files it needs, and where one types: a script that gives the box, or null while it is not there."""

    name: str
    page: str
    box: str
    text: str  # a script that gives all text of the conversation
    files: Dict[str, Tuple[str, bytes]] = field(default_factory=dict)
    opens: bool = True  # whether it shows itself without a server of its own kind

    @property
    def gzipped(self) -> int:
        """Bytes that a browser fetches before somebody can type, the page itself left out."""
        return sum(len(gzip.compress(content, 9)) for path, (_, content) in self.files.items() if path not in _ANSWERS)


_ANSWERS = ("/api/messages", "/answer")


def contestants() -> List[Contestant]:
    """Ours, and the others where npm can fetch them."""
    return [_ours(), *_others()]


def _ours() -> Contestant:
    chat = 'document.querySelector("waymark-chat").shadowRoot'
    return Contestant(
        "Waymark",
        '<script src="/widget.js" defer></script><waymark-chat data-mode="page"></waymark-chat>',
        f'{chat} && {chat}.querySelector("textarea")',
        f'{chat}.querySelector(".turns").textContent',
        {
            "/widget.js": ("text/javascript", joined_script(WIDGET)),
            "/widget.css": ("text/css", joined_style(WIDGET)),
            "/labels/en.json": ("application/json", (WIDGET / "labels" / "en.json").read_bytes()),
            "/api/start": ("application/json", json.dumps(_START).encode()),
            "/api/messages": ("application/json", json.dumps(_REPLY).encode()),
        },
    )


def _others() -> Iterator[Contestant]:
    folder = CACHE / "widgets"
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    if not (folder / "node_modules").exists():
        install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), *wanted]
        if shutil.which("npm") is None or subprocess.run(install, capture_output=True).returncode:
            return
    yield _deep_chat(folder / "node_modules")
    yield _rasa_webchat(folder / "node_modules")


def _deep_chat(modules: Path) -> Contestant:
    chat = 'document.querySelector("deep-chat").shadowRoot'
    return Contestant(
        f"deep-chat {PACKAGES['deep-chat']}",
        '<script type="module" src="/deep-chat.js"></script><deep-chat connect=\'{"url": "/answer"}\'></deep-chat>',
        f'{chat} && {chat}.querySelector("#text-input")',
        f'{chat}.querySelector("#messages").textContent',
        {
            "/deep-chat.js": ("text/javascript", (modules / "deep-chat/dist/deepChat.bundle.js").read_bytes()),
            "/answer": ("application/json", json.dumps({"text": ANSWER}).encode()),
        },
    )


def _rasa_webchat(modules: Path) -> Contestant:
    """It stays hidden until a Socket.IO server answers, so only its bytes are told."""
    return Contestant(
        f"rasa-webchat {PACKAGES['rasa-webchat']}",
        '<div id="webchat"></div><script src="/rasa-webchat.js"></script>'
        '<script>WebChat.default({embedded: true, socketUrl: location.origin, title: "Chat", params: {storage: "session"}}, null)</script>',
        'document.querySelector(".rw-new-message")',
        "document.body.textContent",
        {"/rasa-webchat.js": ("text/javascript", (modules / "rasa-webchat/lib/index.js").read_bytes())},
        opens=False,
    )


@contextmanager
def serving(contestant: Contestant) -> Iterator[str]:
    """Serve its page; the address."""
    page = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Chat</title></head><body>{contestant.page}</body></html>'
    files = {**contestant.files, "/": ("text/html", page.encode())}
    packed = {path: (kind, gzip.compress(content, 9)) for path, (kind, content) in files.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one packet an answer: two would wait 40 ms for each other

        def do_GET(self) -> None:
            found = packed.get(self.path.split("?")[0])
            kind, content = found or ("text/plain", gzip.compress(b""))
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
