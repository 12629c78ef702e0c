"""Signed sessions and signed buttons: nothing about either is stored.

A session token holds a random conversation id. A button's payload carries a signature over that id, so that only
what was offered in this conversation is taken as a payload; anything else is read as text.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import Optional

from itsdangerous import BadSignature, URLSafeTimedSerializer

#: A token older than this is no longer accepted; a new conversation begins.
LONGEST_S = 14 * 24 * 3600
#: How long a page to keep can be turned into another form of itself, in seconds.
PAGE_S = 2 * 3600
_PAYLOAD = re.compile(r"/[a-z_]+(?:\{[^{}]*\})?")
_MARK = "~"


class Sessions:
    """Issues and reads tokens, signs and checks payloads."""

    def __init__(self, secret: str) -> None:
        self._serializer = URLSafeTimedSerializer(secret, salt="waymark-session")
        self._pages = URLSafeTimedSerializer(secret, salt="waymark-keep")
        self._key = hashlib.sha256(b"waymark-payload" + secret.encode()).digest()

    def new(self) -> str:
        """A new conversation id."""
        return secrets.token_urlsafe(16)

    def token(self, conversation: str) -> str:
        token: str = self._serializer.dumps(conversation)
        return token

    def conversation(self, token: Optional[str]) -> Optional[str]:
        """The id in `token`; None when it is absent, forged or too old."""
        if not token:
            return None
        try:
            found = self._serializer.loads(token, max_age=LONGEST_S)
        except BadSignature:
            return None
        return found if isinstance(found, str) else None

    def page_key(self, conversation: str) -> str:
        """A key that opens the page to keep of this conversation for a while, and nothing else.

        It stands in that page, which people save and pass on: the token itself must not.
        """
        key: str = self._pages.dumps(conversation)
        return key

    def page_of(self, key: Optional[str]) -> Optional[str]:
        """The conversation whose page `key` opens; None when it is absent, forged or too old."""
        if not key:
            return None
        try:
            found = self._pages.loads(key, max_age=PAGE_S)
        except BadSignature:
            return None
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

    def _signature(self, conversation: str, payload: str) -> str:
        return hmac.new(self._key, f"{conversation}\0{payload}".encode(), hashlib.sha256).hexdigest()[:20]
