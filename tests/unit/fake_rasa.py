"""A Rasa that answers what a test tells it to: real HTTP on a free loopback port, in a thread."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict, List, Optional, Sequence


def turn(status: str = "answered", **given: Any) -> Dict[str, Any]:
    record = dict.fromkeys(("topic", "place", "nation", "risk", "guide", "answer_id"))
    return {"status": status, "topics_offered": [], **record, **given}


def item(text: str = "Here you are.", status: str = "answered", **given: Any) -> Dict[str, Any]:
    """One item of Rasa's reply, as an action sends it. `cards` and `buttons` go with the message."""
    message = {"text": text, "buttons": given.pop("buttons", []), "cards": given.pop("cards", [])}
    message.update({name: given.pop(name) for name in ("question", "lang") if name in given})
    return {"recipient_id": "x", "custom": {"messages": [message], "turn": turn(status, **given)}}


class FakeRasa:
    """Set `items`, `body`, `status` or `delay_s`; look at `received`. Use as a context manager.

    Its health is asked with any GET, so that it stands in for the action server too.
    """

    def __init__(self, port: int = 0) -> None:
        self.reset()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # one packet an answer: two would wait 40 ms for each other

            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                body = json.loads(self.rfile.read(size))
                time.sleep(outer.delay_s)
                if self.path.startswith("/conversations/"):
                    outer.note(self.path.split("/")[2], body)
                    self._send(outer.status, b"{}")
                    return
                outer.received.append(body)
                outer.note(body["sender"], [{"event": "user", "text": body["message"]}], outer.items)
                self._send(outer.status, outer.reply())

            def do_GET(self) -> None:
                outer.asked.append(self.path)
                if outer.remembers and self.path.startswith("/conversations/"):
                    self._send(outer.health_status, outer.tracker(self.path.split("/")[2]))
                    return
                self._send(outer.health_status, outer.health)

            def _send(self, status: int, body: bytes) -> None:
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except (BrokenPipeError, ConnectionResetError):  # the service did not wait
                    self.close_connection = True

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def reset(self) -> None:
        self.items: List[Any] = [item()]
        self.body: Optional[bytes] = None
        self.status, self.delay_s = 200, 0.0
        self.health_status, self.health = 200, b'{"model_file": "waymark-test.tar.gz"}'
        self.received: List[Dict[str, Any]] = []
        self.asked: List[str] = []
        #: Whether conversations are held, and what was said in them; else a conversation is what `health` says.
        self.remembers = False
        self.events: Dict[str, List[Dict[str, Any]]] = {}

    def note(self, conversation: str, events: List[Dict[str, Any]], replied: Sequence[Any] = ()) -> None:
        """Append to what is held of a conversation."""
        said = [{"event": "bot", "data": {"custom": each.get("custom")}} for each in replied if isinstance(each, dict)]
        if self.status == 200:
            self.events.setdefault(conversation, []).extend([*events, *said])

    def tracker(self, conversation: str) -> bytes:
        events = self.events.get(conversation, [])
        last = next((event["text"] for event in reversed(events) if event["event"] == "user"), None)
        return json.dumps({"events": events, "latest_message": {"text": last}, "slots": {}}).encode()

    def reply(self) -> bytes:
        return json.dumps(self.items).encode() if self.body is None else self.body

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def said(self) -> str:
        """The text of the message received last."""
        return str(self.received[-1]["message"])

    def __enter__(self) -> FakeRasa:
        self._thread.start()
        return self

    def __exit__(self, *problem: Any) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
