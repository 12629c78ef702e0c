"""Start the real assistant, whole or in part, on ports of its own, and stop it again."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any, Dict, Iterable, List

import httpx

from waymark.operations.model import train
from waymark.operations.paths import ROOT
from waymark.operations.run import processes
from waymark.operations.settings import Settings, read_settings
from waymark.rasa.tracker_store import prepare

READY_WITHIN_S = 90


def free_port() -> int:
    """A port whose neighbours a thousand up (Rasa's and the actions') are free too."""
    for port in range(20000, 30000, 7):
        if all(_free(candidate) for candidate in (port, port + 1000, port + 1001)):
            return port
    raise RuntimeError("no free port")


def _free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class Assistant:
    """Some or all of the processes `make run` starts, with other settings where given. Use as a context manager."""

    def __init__(self, folder: Path, parts: Iterable[str] = ("actions", "rasa", "web"), **settings: str) -> None:
        self.environment = {
            "WAYMARK_PORT": str(free_port()),
            "WAYMARK_RUN_FOLDER": str(folder),
            "WAYMARK_SECRET": "a secret of the tests",
            **settings,
        }
        self.settings: Settings = read_settings(self.environment)
        self._folder = folder
        self._parts = list(parts)
        self._running: Dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    @property
    def log(self) -> Path:
        return self._folder / "test.log"

    def __enter__(self) -> Assistant:
        model = train(self.settings)
        prepare(self.settings.tracker_db)
        self._commands = processes(self.settings, model)
        try:
            for name in self._parts:
                self.start(name, self._commands[name])
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self, name: str, command: str) -> None:
        environment = {**os.environ, **self.environment, **self.settings.for_rasa()}
        with self.log.open("ab") as output:
            self._running[name] = subprocess.Popen(
                shlex.split(command),
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def start_again(self, name: str) -> None:
        """A part that was stopped, until a message would be answered."""
        self.start(name, self._commands[name])
        self._wait()

    def stop(self, name: str) -> None:
        process = self._running.pop(name)
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)

    def __exit__(self, *_: object) -> None:
        for name in list(self._running):
            self.stop(name)

    def _wait(self) -> None:
        """Until /health says that exactly the parts that were not started are away."""
        missing = [part for part in ("rasa", "actions") if part not in self._parts]
        wanted = f"{' and '.join(missing)} away" if missing else "ok"
        for _ in range(READY_WITHIN_S * 5):
            for name, process in self._running.items():
                if process.poll() is not None:
                    raise RuntimeError(f"{name} stopped: {self.log.read_text()[-3000:]}")
            try:
                health = httpx.get(f"{self.url}/health", timeout=7)
                if health.json()["status"] == wanted:
                    assert health.status_code == (503 if missing else 200)
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.2)
        raise RuntimeError(f"not ready in {READY_WITHIN_S} s: {self.log.read_text()[-3000:]}")


class Talk:
    """One carer's conversation with a running assistant."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session: str | None = None
        self.reply: Dict[str, Any] = {}

    def says(self, text: str) -> Talk:
        return self._post({"text": text})

    def presses(self, title: str) -> Talk:
        """Press the button of the last reply with this title."""
        payload = next(button["payload"] for button in self.buttons if button["title"] == title)
        return self._post({"payload": payload})

    def sends_payload(self, payload: str) -> Talk:
        return self._post({"payload": payload})

    def _post(self, body: Dict[str, str]) -> Talk:
        answer = httpx.post(f"{self.url}/api/messages", json={"session": self.session, **body}, timeout=20)
        assert answer.status_code == 200, answer.text
        self.reply = answer.json()
        self.session = self.reply["session"]
        return self

    @property
    def turn(self) -> Dict[str, Any]:
        return self.reply["turn"]

    @property
    def status(self) -> str:
        return self.turn["status"]

    @property
    def topic(self) -> str | None:
        return self.turn["topic"]

    @property
    def place(self) -> str | None:
        return self.turn["place"]

    @property
    def nation(self) -> str | None:
        return self.turn["nation"]

    @property
    def risk(self) -> Dict[str, str] | None:
        return self.turn["risk"]

    @property
    def text(self) -> str:
        return "\n\n".join(message["text"] for message in self.reply["messages"])

    @property
    def first(self) -> str:
        return self.reply["messages"][0]["text"]

    @property
    def buttons(self) -> List[Dict[str, str]]:
        return [button for message in self.reply["messages"] for button in message["buttons"]]

    @property
    def titles(self) -> List[str]:
        return [button["title"] for button in self.buttons]

    @property
    def cards(self) -> List[Dict[str, Any]]:
        return [card for message in self.reply["messages"] for card in message["cards"]]
