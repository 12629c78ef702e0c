"""Which site a request comes from, and which sites may speak to the API.

A browser names the page's site in `Origin` by itself; no script can change it. Requests of our own pages, and of
programmes, which name none, count as our own.
"""

from __future__ import annotations

from typing import Collection, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waymark.web.problems import Problem

#: Our own pages, and programmes.
OWN = ""
#: A site that the browser will not name: a form or a beacon of a page with a strict referrer policy, or a sandboxed frame.
UNNAMED = "null"
#: Seconds that a browser may remember that a site is allowed; none remembers for longer.
REMEMBER_S = 7200
#: The one address that pages may speak to without being named: it only ever deletes.
_ALSO_UNNAMED = "/api/clear"


def site_of(headers: Mapping[str, str]) -> str:
    """The site whose page sent this, as `https://example.org`; `OWN`, or `UNNAMED`."""
    origin = headers.get("origin", "").lower()
    if not origin or headers.get("sec-fetch-site") == "same-origin":
        return OWN
    try:
        is_own = urlsplit(origin).netloc == headers.get("host", "").lower()
    except ValueError:
        is_own = False
    return OWN if is_own else origin


class AllowedSites:
    """Answers for everything under /api/: refuses sites that are not on the list, and tells browsers which are."""

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self.app = app
        self._allowed = frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self.app(scope, receive, send)
            return
        site = site_of(Headers(scope=scope))
        is_allowed = site in self._allowed

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Origin")  # caches hold an answer for each site
                if is_allowed:
                    headers["Access-Control-Allow-Origin"] = site
                    headers["Access-Control-Expose-Headers"] = "Retry-After"
            await send(message)

        if is_allowed and scope["method"] == "OPTIONS":
            await _preflight()(scope, receive, with_headers)
        elif is_allowed or site == OWN or (site == UNNAMED and scope["path"] == _ALSO_UNNAMED):
            await self.app(scope, receive, with_headers)
        else:
            await _refusal(site)(scope, receive, with_headers)


def _preflight() -> Response:
    headers = {
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Max-Age": str(REMEMBER_S),
    }
    return Response(status_code=204, headers=headers)


def _refusal(site: str) -> Response:
    detail = f"The site {site} is not on the list of those that may use this chat."
    return Problem(403, "Site not allowed", detail).response()
