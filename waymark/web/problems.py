"""Errors as application/problem+json, each with a sentence for people."""

from __future__ import annotations

from starlette.responses import JSONResponse


class Problem(Exception):
    """A request that cannot be answered. `detail` is a sentence for whoever sent it."""

    def __init__(self, status: int, title: str, detail: str) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail

    def response(self) -> JSONResponse:
        body = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail}
        headers = {"Retry-After": "60"} if self.status == 429 else {}
        return JSONResponse(body, self.status, headers, media_type="application/problem+json")
