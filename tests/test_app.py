"""What ``python app.py`` says, before anything heavy is opened, of an address it cannot serve."""

import socket

import pytest

from app import find_port_problem


@pytest.fixture
def taken():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_port_that_is_taken_is_named_with_one_that_is_free(taken):
    said = find_port_problem("127.0.0.1", taken)
    assert said.startswith(f"Cổng {taken} trên 127.0.0.1 đang có chương trình khác dùng; thử --port ")


def test_an_address_that_is_not_this_machines_is_not_called_taken():
    said = find_port_problem("192.0.2.1", 7860)
    assert said == "Không mở được cổng 7860 trên 192.0.2.1: máy này không có địa chỉ đó; xem --host và --port."


def test_a_free_port_is_no_problem(taken):
    free = next(port for port in range(taken + 1, 65536) if not find_port_problem("127.0.0.1", port))
    with socket.socket() as server:
        server.bind(("127.0.0.1", free))
