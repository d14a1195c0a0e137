"""Trợ lý khuyến công on a page: opens settings, index and assistant, and serves the screen.

It knows of addresses and exit codes, and nothing of answers. What is heavy is imported once the
port is known to be free, so that a mistaken command is told so at once.
"""

import argparse
import os
import socket
import sys
from pathlib import Path

OFFLINE = {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line; wrong options end with exit code 2, as argparse does."""
    parser = argparse.ArgumentParser(prog="python app.py", description="Mở trang Trợ lý khuyến công.")
    parser.add_argument("--store", type=Path, default=Path("data"), help="thư mục chỉ mục")
    parser.add_argument("--documents", type=Path, default=Path("documents"), help="thư mục tài liệu")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ phục vụ")
    parser.add_argument("--port", type=int, default=7860, help="cổng phục vụ")
    return parser.parse_args(arguments)


def port_is_free(host: str, port: int) -> bool:
    """Whether a server may bind the port now."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def find_port_problem(host: str, port: int) -> str:
    """One line on why the port cannot be served, with one that can; "" when it can."""
    if not 0 < port < 65536:
        return f"Cổng {port} không hợp lệ; chọn một số từ 1 đến 65535."
    if port_is_free(host, port):
        return ""
    other = next((near for near in range(port + 1, min(port + 50, 65536)) if port_is_free(host, near)), 0)
    advice = f"; thử --port {other}" if other else ""
    return f"Cổng {port} trên {host} đang có chương trình khác dùng{advice}."


def serve(options: argparse.Namespace) -> int:
    """Open the index and serve until interrupted; 2 when there is nothing to open, 1 for a failure."""
    from assistant.answering import Assistant
    from index.records import IndexFailure, StoreBroken
    from index.retrieve import open_index
    from index.settings import IndexSettings
    from screen.desk import Desk, Opened
    from screen.layout import build_page, serve_options

    url = os.environ.get("CHROMA_URL", "")
    settings = IndexSettings(store=options.store, documents=options.documents, chroma_url=url)

    def open_all() -> Opened:
        index = open_index(settings)
        return Opened(index, Assistant(index))

    try:
        page = build_page(Desk(settings, open_all))
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, StoreBroken) else 2
    page.launch(
        server_name=options.host,
        server_port=options.port,
        quiet=True,
        prevent_thread_lock=True,
        inbrowser=False,
        **serve_options(),
    )
    print(f"Trợ lý khuyến công: http://{options.host}:{options.port} (Ctrl+C để dừng)", flush=True)
    page.block_thread()
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; 2 for what the caller can mend, 1 for a failure, each with one line."""
    options = read_arguments(arguments)
    problem = find_port_problem(options.host, options.port)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    for name, value in OFFLINE.items():
        os.environ.setdefault(name, value)
    return serve(options)


if __name__ == "__main__":
    sys.exit(main())
