"""Serve carers: python -m waymark.web."""

from __future__ import annotations

import logging

import uvicorn

from waymark.operations.settings import read_settings
from waymark.web.app import create_app


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    settings = read_settings()
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        ws="none",
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
    )


if __name__ == "__main__":
    main()
