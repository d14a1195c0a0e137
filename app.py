"""Trợ lý khuyến công on a page: opens settings, index and assistant, and serves the screen.

It knows of addresses and exit codes, and nothing of answers. What is heavy is imported once the
port is known to be free, so that a mistaken command is told so at once.
"""

import argparse
import errno
import os
import socket
import sys

from assistant.settings import Settings
from assistant.settings_command import add_settings_options, settings_of
from documents.given_text import OneLineParser
from documents.records import BadInput

OFFLINE = {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line; wrong options end with exit code 2, as argparse does."""
    parser = OneLineParser(prog="python app.py", description="Mở trang Trợ lý khuyến công.")
    add_settings_options(parser)
    return parser.parse_args(arguments)


def port_is_free(host: str, port: int) -> bool:
    """Whether a server may bind the port now; OSError for an address that this machine does not have."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise
    return True


def find_port_problem(host: str, port: int) -> str:
    """One line on why the port cannot be served, with one that can; "" when it can."""
    try:
        if port_is_free(host, port):
            return ""
    except OSError as error:
        reason = "cần quyền quản trị" if error.errno == errno.EACCES else "máy này không có địa chỉ đó"
        return f"Không mở được cổng {port} trên {host}: {reason}; xem --host và --port."
    other = next((near for near in range(port + 1, min(port + 50, 65536)) if port_is_free(host, near)), 0)
    advice = f"; thử --port {other}" if other else ""
    return f"Cổng {port} trên {host} đang có chương trình khác dùng{advice}."


def serve(settings: Settings) -> int:
    """Open the index and serve until interrupted; 2 when there is nothing to open, 1 for a failure."""
    from assistant.answering import Assistant
    from index.records import IndexFailure, StoreBroken
    from index.retrieve import open_index
    from screen.desk import Desk, Opened
    from screen.layout import build_page, serve_options

    screen = settings.screen

    def open_all() -> Opened:
        index = open_index(settings.index)
        return Opened(index, Assistant(index, settings.answers))

    try:
        page = build_page(Desk(settings.index, open_all, settings.limits), screen.language)
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, StoreBroken) else 2
    page.launch(
        server_name=screen.host,
        server_port=screen.port,
        quiet=True,
        prevent_thread_lock=True,
        inbrowser=False,
        **serve_options(settings.limits),
    )
    print(f"Trợ lý khuyến công: http://{screen.host}:{screen.port} (Ctrl+C để dừng)", flush=True)
    page.block_thread()
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; 2 for what the caller can mend, 1 for a failure, each with one line."""
    options = read_arguments(arguments)
    try:
        settings = settings_of(options)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    problem = find_port_problem(settings.screen.host, settings.screen.port)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    for name, value in OFFLINE.items():
        os.environ.setdefault(name, value)
    return serve(settings)


if __name__ == "__main__":
    sys.exit(main())
