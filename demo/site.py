"""A site that is not ours: its own pages, its own style, and as strict a Content-Security-Policy as any council has."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

PAGES = Path(__file__).parent / "pages"
HOST, PORT = "127.0.0.1", 5007
_KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css"}


def policy(server: str) -> str:
    """What a strict site has to allow for the chat from `server`, and nothing more: docs/embedding.md tells it so."""
    return (
        f"default-src 'none'; script-src {server}; style-src 'self' {server}; connect-src {server}; "
        f"form-action {server}; base-uri 'none'; frame-ancestors 'none'"
    )


def site(server: str, port: int = PORT) -> ThreadingHTTPServer:
    """The site, with the chat that `server` (scheme, host, port) serves. A port of 0 takes any that is free."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = urlsplit(self.path).path.strip("/") or "index.html"
            file = PAGES / name
            if "/" in name or file.suffix not in _KINDS or not file.is_file():
                self.send_error(404)
                return
            content = file.read_text(encoding="utf-8").replace("{server}", server).encode()
            self.send_response(200)
            self.send_header("Content-Type", _KINDS[file.suffix])
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Content-Security-Policy", policy(server))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return ThreadingHTTPServer((HOST, port), Handler)
