"""Talk to the running assistant in the terminal: python -m waymark.operations.shell."""

from __future__ import annotations

import sys
from typing import Any, Dict, List, Optional

import httpx

from waymark.operations.settings import read_settings


def main() -> int:
    url = f"http://127.0.0.1:{read_settings().port}"
    session: Optional[str] = None
    buttons: List[Dict[str, str]] = []
    print("Type a message, a button's number, or nothing to leave.")
    while line := _asked():
        pressed = int(line) - 1 if line.isdigit() and 0 < int(line) <= len(buttons) else None
        body: Dict[str, Any] = {"payload": buttons[pressed]["payload"]} if pressed is not None else {"text": line}
        try:
            answer = httpx.post(f"{url}/api/messages", json={"session": session, **body}, timeout=15)
        except httpx.HTTPError:
            print(f"Nothing answers at {url}: start it with make run.", file=sys.stderr)
            return 1
        reply = answer.json()
        if answer.is_error:
            print(reply.get("detail"))
            continue
        session = reply["session"]
        buttons = [button for message in reply["messages"] for button in message["buttons"]]
        print("\n" + "\n\n".join(message["text"] for message in reply["messages"]))
        for number, button in enumerate(buttons, 1):
            print(f"  [{number}] {button['title']}")
        print(f"  {reply['turn']}\n")
    return 0


def _asked() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


if __name__ == "__main__":
    sys.exit(main())
