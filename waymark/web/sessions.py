"""Signed sessions and signed buttons: nothing about either is stored.

A session token holds a random conversation id and the site it was issued to. A button's payload carries a signature
over that id, so that only what was offered in this conversation is taken as a payload; anything else is read as text.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Any, Optional

from itsdangerous import BadSignature, URLSafeTimedSerializer

from waymark.web.origins import OWN

#: A token older than this is no longer accepted; a new conversation begins.
LONGEST_S = 14 * 24 * 3600
#: How long a page to keep can be turned into another form of itself, in seconds.
PAGE_S = 2 * 3600
_PAYLOAD = re.compile(r"/[a-z_]+(?:\{[^{}]*\})?")
_MARK = "~"


@dataclass(frozen=True)
class Session:
    """What a token says."""

    conversation: str
    site: str = OWN  # whose page it was issued to
    untold: Optional[str] = None  # kind of a danger that was answered without Rasa, which knows nothing of it yet


class Sessions:
    """Issues and reads tokens, signs and checks payloads."""

    def __init__(self, secret: str) -> None:
        self._serializer = URLSafeTimedSerializer(secret, salt="waymark-session")
        self._pages = URLSafeTimedSerializer(secret, salt="waymark-keep")
        self._key = hashlib.sha256(b"waymark-payload" + secret.encode()).digest()

    def new(self) -> str:
        """A new conversation id."""
        return secrets.token_urlsafe(16)

    def token(self, conversation: str, site: str = OWN, untold: Optional[str] = None) -> str:
        told = {"c": conversation, "s": site, "d": untold}
        plain = site == OWN and untold is None
        token: str = self._serializer.dumps(conversation if plain else told)
        return token

    def read(self, token: Optional[str]) -> Optional[Session]:
        """What `token` says; None when it is absent, forged or too old."""
        found = _loaded(self._serializer, token, LONGEST_S)
        if isinstance(found, str):
            return Session(found)
        if isinstance(found, dict):
            return Session(found["c"], found["s"], found["d"])
        return None

    def conversation(self, token: Optional[str]) -> Optional[str]:
        """The id in `token`; None when it is absent, forged or too old."""
        found = self.read(token)
        return found.conversation if found else None

    def page_key(self, conversation: str) -> str:
        """A key that opens the page to keep of this conversation for a while, and nothing else.

        It stands in that page, which people save and pass on: the token itself must not.
        """
        key: str = self._pages.dumps(conversation)
        return key

    def page_of(self, key: Optional[str]) -> Optional[str]:
        """The conversation whose page `key` opens; None when it is absent, forged or too old."""
        found = _loaded(self._pages, key, PAGE_S)
        return found if isinstance(found, str) else None

    def offer(self, conversation: str, payload: str) -> str:
        """`payload` as it goes out on a button."""
        return f"{payload}{_MARK}{self._signature(conversation, payload)}"

    def accepted(self, conversation: str, offered: str) -> Optional[str]:
        """The payload behind `offered`, when it was offered in this conversation and is well formed; else None."""
        payload, mark, signature = offered.rpartition(_MARK)
        if not mark or not _PAYLOAD.fullmatch(payload):
            return None
        expected = self._signature(conversation, payload)
        return (
            payload if hmac.compare_digest(signature.encode(), expected.encode()) else None
        )  # str would be ASCII only

    def pseudonym(self, conversation: str) -> str:
        """What stands for a conversation where it must be told from others but never found again."""
        return hmac.new(self._key, b"pseudonym\0" + conversation.encode(), hashlib.sha256).hexdigest()[:16]

    def _signature(self, conversation: str, payload: str) -> str:
        return hmac.new(self._key, f"{conversation}\0{payload}".encode(), hashlib.sha256).hexdigest()[:20]


def _loaded(serializer: URLSafeTimedSerializer, token: Optional[str], longest_s: int) -> Any:
    if not token:
        return None
    try:
        return serializer.loads(token, max_age=longest_s)
    except BadSignature:
        return None
