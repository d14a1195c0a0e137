"""Trợ lý khuyến công on a page: opens settings, index and assistant, and serves the screen.

It knows of addresses and exit codes, and nothing of answers.
"""

import argparse
import os
import socket
import sys
from pathlib import Path

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from assistant.answering import Assistant
from index.records import IndexFailure, StoreBroken
from index.retrieve import open_index
from index.settings import IndexSettings
from screen.desk import Desk, Opened
from screen.layout import build_page, serve_options


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


def nearest_free_port(host: str, port: int) -> int:
    """The next port that is free, to offer instead of one that is taken."""
    return next((other for other in range(port + 1, min(port + 50, 65536)) if port_is_free(host, other)), 0)


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; 2 for what the caller can mend, 1 for a failure."""
    options = read_arguments(arguments)
    if not 0 < options.port < 65536:
        print(f"Cổng {options.port} không hợp lệ; chọn một số từ 1 đến 65535.", file=sys.stderr)
        return 2
    if not port_is_free(options.host, options.port):
        other = nearest_free_port(options.host, options.port)
        advice = f"; thử --port {other}" if other else ""
        print(f"Cổng {options.port} trên {options.host} đang có chương trình khác dùng{advice}.", file=sys.stderr)
        return 2
    settings = IndexSettings(store=options.store, documents=options.documents)

    def open_all() -> Opened:
        index = open_index(settings)
        return Opened(index, Assistant(index))

    try:
        desk = Desk(settings, open_all)
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, StoreBroken) else 2
    page = build_page(desk)
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


if __name__ == "__main__":
    sys.exit(main())
