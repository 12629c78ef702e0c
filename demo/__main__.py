"""Serve the demonstration: python -m demo [--server http://127.0.0.1:5005] [--port 5007]

The server must know the site: start it with WAYMARK_ORIGINS=http://127.0.0.1:5007
"""

from __future__ import annotations

import argparse

from demo.site import HOST, PORT, site


def main() -> None:
    reading = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reading.add_argument("--server", default="http://127.0.0.1:5005", help="where the chat comes from")
    reading.add_argument("--port", type=int, default=PORT)
    given = reading.parse_args()
    with site(given.server, given.port) as serving:
        print(
            f"Open http://{HOST}:{given.port} (Ctrl-C stops it). The server needs WAYMARK_ORIGINS=http://{HOST}:{given.port}"
        )
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
