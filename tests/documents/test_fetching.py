"""Fetching against a server on this machine: what is allowed, what is refused, what is kept."""

import datetime
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from documents.corpus import open_corpus
from documents.fetching import check_address, check_numbers, fetch, fetch_document
from documents.records import BadInput, ReadFailure
from documents.settings import FetchSettings, Limits

PAGE = (
    "<html><head><meta charset='utf-8'><title>Văn bản</title></head><body>"
    + "".join(f"<p>Điều {at}. Tên điều</p><p>1. Nội dung của khoản này.</p>" for at in range(1, 5))
    + "</body></html>"
).encode()


class Portal(BaseHTTPRequestHandler):
    def do_GET(self):
        moves = {
            "/gan": "/van-ban.html",
            "/xa": "http://example.com/a",
            "/vong": "/vong",
            "/file": "file:///etc/passwd",
        }
        if self.path in moves:
            self.send_response(302)
            self.send_header("Location", moves[self.path])
            self.end_headers()
        elif self.path == "/mat":
            self.send_error(404)
        elif self.path == "/to":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"a" * 100_000)
        elif self.path == "/cham":
            self.send_response(200)
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.send_response(200)
            self.send_header("Content-Disposition", "attachment; filename*=UTF-8''..%2F..%2Fnd%2099.html")
            self.send_header("Content-Length", str(len(PAGE) + (9 if self.path == "/dut" else 0)))
            self.end_headers()
            self.wfile.write(PAGE)

    def log_message(self, *_):
        pass


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_):
        pass


@pytest.fixture(scope="module")
def portal():
    server = QuietServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()


OPEN = FetchSettings(hosts=("localhost",), plain_http=True, private_addresses=True, any_port=True, seconds=20)
LIMITS = Limits(file_bytes=1_000_000)


@pytest.mark.parametrize("path", ["/van-ban.html", "/gan"])
def test_a_page_is_kept_with_its_address_day_and_hash(tmp_path, portal, path):
    added = fetch_document(tmp_path, portal + path, settings=OPEN, limits=LIMITS)
    source = open_corpus(tmp_path).document("nd 99").source
    assert source == added.source
    assert source.address == portal + "/van-ban.html"
    assert source.fetched == datetime.date.today().isoformat()
    assert len(source.sha256) == 64


@pytest.mark.parametrize(
    ("path", "error", "reason"),
    [
        ("/xa", BadInput, "example.com: không thuộc danh sách cổng được phép"),
        ("/file", BadInput, "chỉ lấy tài liệu qua https, không phải file"),
        ("/vong", BadInput, "chuyển hướng quá 3 lần"),
        ("/mat", ReadFailure, "máy chủ trả lời 404"),
        ("/to", BadInput, "tệp lớn hơn giới hạn 1 MB"),
        ("/dut", ReadFailure, "kết nối đứt giữa chừng|kết nối hỏng"),
    ],
)
def test_what_goes_wrong_is_one_line_and_leaves_nothing(tmp_path, portal, path, error, reason):
    with pytest.raises(error, match=reason):
        fetch_document(tmp_path, portal + path, settings=OPEN, limits=LIMITS)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_drips_is_left_when_the_time_is_up(portal):
    slow = FetchSettings(hosts=("localhost",), plain_http=True, private_addresses=True, any_port=True, seconds=0.5)
    with pytest.raises(ReadFailure, match="quá thời gian chờ"):
        fetch(portal + "/cham", slow, LIMITS)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://vbpl.vn/a", "chỉ lấy tài liệu qua https, không phải http"),
        ("https://example.com/a", "không thuộc danh sách cổng được phép"),
        ("https://vbpl.vn.example.com/a", "không thuộc danh sách cổng được phép"),
        ("https://vbpl.vn@example.com/a", "không được kèm tên đăng nhập"),
        ("https://127.0.0.1/a", "không thuộc danh sách cổng được phép"),
        ("https://vbpl.vn:8443/a", "cổng kết nối 8443 không được phép"),
        ("https://vbpl.vn:cong/a", "địa chỉ không hợp lệ"),
        ("ftp://vbpl.vn/a", "chỉ lấy tài liệu qua https, không phải ftp"),
        ("van-ban", "chỉ lấy tài liệu qua https, không phải địa chỉ này"),
    ],
)
def test_addresses_that_are_refused(address, reason):
    with pytest.raises(BadInput, match=reason):
        check_address(address, FetchSettings())


@pytest.mark.parametrize("host", [*FetchSettings().hosts, "www.vbpl.vn", "VBPL.VN"])
def test_the_official_portals_are_allowed(host):
    assert check_address(f"https://{host}/van-ban?id=1", FetchSettings()).scheme == "https"


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1", "0.0.0.0"],
)
def test_private_addresses_are_refused_even_beside_a_public_one(number):
    with pytest.raises(BadInput, match="trỏ tới địa chỉ nội bộ"):
        check_numbers("vbpl.vn", ["103.28.36.1", number], FetchSettings())


def test_a_portal_that_resolves_to_this_machine_is_not_asked(monkeypatch):
    monkeypatch.setattr("documents.fetching.resolve", lambda host, port: ["127.0.0.1"])
    with pytest.raises(BadInput, match=r"vbpl\.vn: trỏ tới địa chỉ nội bộ 127\.0\.0\.1"):
        fetch("https://vbpl.vn/a", FetchSettings(), LIMITS)


def test_settings_out_of_range_are_refused():
    with pytest.raises(ValueError, match="redirects"):
        FetchSettings(redirects=-1)
    with pytest.raises(ValueError, match="file_bytes"):
        Limits(file_bytes=0)
