"""One page or file from an official portal into the folder, with its address, day and hash.

It goes only to the hosts of its settings, only to public addresses, and to the very address
that it has checked. It follows no link of what it brings, keeps no cookie and runs nothing.
"""

import datetime
import http.client
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from documents.adding import Added, add_bytes
from documents.records import BadInput, ReadFailure
from documents.settings import FetchSettings, Limits

AGENT = "tro-ly-khuyen-cong/0.1"
_STEP = 65_536
_MOVED = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, the last address, and the name to store them under."""

    data: bytes
    address: str
    name: str


def fetch_document(
    folder: Path,
    address: str,
    overrides: Mapping[str, Any] | None = None,
    settings: FetchSettings | None = None,
    limits: Limits | None = None,
) -> Added:
    """Bring one address into the folder as an added document.

    BadInput for an address that may not be fetched or content that cannot be read;
    ReadFailure when the portal does not answer.
    """
    fetched = fetch(address, settings or FetchSettings(), limits or Limits())
    stated = {"address": fetched.address, "fetched": datetime.date.today().isoformat(), **(overrides or {})}
    return add_bytes(folder, fetched.name, fetched.data, stated, limits)


def fetch(address: str, settings: FetchSettings, limits: Limits) -> Fetched:
    """The bytes of an address, every redirect checked as the first address was."""
    deadline = time.monotonic() + settings.seconds
    for _ in range(settings.redirects + 1):
        parts = check_address(address, settings)
        connection = _connect(parts, settings, deadline)
        try:
            answer = _ask(connection, parts)
            if answer.status in _MOVED:
                target = answer.getheader("Location") or ""
                if not target:
                    raise ReadFailure(f"{parts.hostname}: chuyển hướng mà không nói đi đâu")
                address = urljoin(address, target)
                continue
            if answer.status != 200:
                raise ReadFailure(f"{parts.hostname}: máy chủ trả lời {answer.status}, không lấy được tài liệu")
            data = _read(answer, parts, limits, deadline)
            return Fetched(data, address, _name(parts, answer))
        except (OSError, http.client.HTTPException) as error:
            raise ReadFailure(f"{parts.hostname}: kết nối hỏng ({type(error).__name__})") from error
        finally:
            connection.close()
    raise BadInput(f"chuyển hướng quá {settings.redirects} lần")


def check_address(address: str, settings: FetchSettings) -> SplitResult:
    """The address in parts; BadInput unless its scheme, host and port are allowed."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as error:
        raise BadInput(f"địa chỉ không hợp lệ: {address[:200]}") from error
    if parts.scheme != "https" and not (parts.scheme == "http" and settings.plain_http):
        raise BadInput(f"chỉ lấy tài liệu qua https, không phải {parts.scheme or 'địa chỉ này'}")
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.username is not None or parts.password is not None:
        raise BadInput("địa chỉ không được kèm tên đăng nhập")
    if host.removeprefix("www.") not in settings.hosts:
        raise BadInput(f"{host or address[:80]}: không thuộc danh sách cổng được phép ({', '.join(settings.hosts)})")
    if port not in {None, 443} and not settings.any_port:
        raise BadInput(f"{host}: cổng kết nối {port} không được phép")
    return parts


def check_numbers(host: str, numbers: list[str], settings: FetchSettings) -> str:
    """The first of a host's IP addresses; BadInput if any of them is not a public one."""
    for number in numbers:
        found = ipaddress.ip_address(number.split("%")[0])
        inner = getattr(found, "ipv4_mapped", None) or found
        if not settings.private_addresses and (not inner.is_global or inner.is_multicast):
            raise BadInput(f"{host}: trỏ tới địa chỉ nội bộ {number}, không lấy")
    if not numbers:
        raise ReadFailure(f"{host}: không tìm thấy địa chỉ máy chủ")
    return numbers[0]


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the system's order; ReadFailure if it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise ReadFailure(f"{host}: không tìm thấy địa chỉ máy chủ (kiểm tra kết nối mạng)") from error
    return [str(entry[4][0]) for entry in found]


def _connect(parts: SplitResult, settings: FetchSettings, deadline: float) -> http.client.HTTPConnection:
    """A connection to the very address that was checked, so that no second look-up can change it."""
    host = (parts.hostname or "").rstrip(".")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    number = check_numbers(host, resolve(host, port), settings)
    left = _left(host, deadline)
    connection = http.client.HTTPConnection(host, port, timeout=left)
    try:
        plain = socket.create_connection((number, port), timeout=left)
        secure = parts.scheme == "https"
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
    except OSError as error:
        raise ReadFailure(f"{host}: không kết nối được ({type(error).__name__})") from error
    return connection


def _ask(connection: http.client.HTTPConnection, parts: SplitResult) -> http.client.HTTPResponse:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='=&%+,;:@/?-._~')}" if parts.query else ""
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", path + query, headers=headers)
    return connection.getresponse()


def _read(answer: http.client.HTTPResponse, parts: SplitResult, limits: Limits, deadline: float) -> bytes:
    most = limits.file_bytes
    said = answer.getheader("Content-Length") or ""
    if said.isdecimal() and int(said) > most:
        raise BadInput(f"{parts.hostname}: tệp {int(said) / 1e6:.0f} MB, quá giới hạn {most / 1e6:.0f} MB")
    received = bytearray()
    while True:
        _left(parts.hostname or "", deadline)
        piece = answer.read1(_STEP)
        if not piece:
            break
        received += piece
        if len(received) > most:
            raise BadInput(f"{parts.hostname}: tệp lớn hơn giới hạn {most / 1e6:.0f} MB")
    if said.isdecimal() and len(received) < int(said):
        raise ReadFailure(f"{parts.hostname}: kết nối đứt giữa chừng, tệp chưa đủ")
    return bytes(received)


def _left(host: str, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise ReadFailure(f"{host}: quá thời gian chờ")
    return left


def _name(parts: SplitResult, answer: http.client.HTTPResponse) -> str:
    """The name the server gives the file, else the last part of the path, else the host."""
    said = re.search(r"filename\*?=(?:UTF-8'')?\"?([^\";]+)", answer.getheader("Content-Disposition") or "", re.I)
    name = unquote(said.group(1)) if said else unquote(parts.path.rstrip("/").rpartition("/")[2])
    digits = re.search(r"(?:docid|itemid|id)=(\d+)", parts.query, re.I)
    if not said and digits:
        name = f"{Path(name).stem or parts.hostname}-{digits.group(1)}"
    return name if name.strip(". ") else str(parts.hostname)
