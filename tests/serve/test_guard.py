"""Who may look, and who may not."""

from __future__ import annotations

import pytest

from tui.serve.guard import INCOMPLETE, NAME, ORIGIN, Guard, is_local

HERE = "127.0.0.1:8000"


@pytest.mark.parametrize(
    ("token", "name", "origin", "socket", "why"),
    [
        ("t0ken", HERE, None, False, ""),
        ("t0ken", "localhost:8000", None, False, ""),
        ("t0ken", "[::1]:8000", None, False, ""),
        # A tunnel has a port of its own.
        ("t0ken", "localhost:9000", "http://localhost:9000", True, ""),
        ("", HERE, None, False, INCOMPLETE),
        ("t0kem", HERE, None, False, INCOMPLETE),
        ("t0ken0", HERE, f"http://{HERE}", True, INCOMPLETE),
        ("tökén", HERE, None, False, INCOMPLETE),
        # A name that somebody has this machine answer to.
        ("t0ken", "evil.example:8000", None, False, NAME),
        ("t0ken", "127.0.0.1.evil.example", None, False, NAME),
        ("t0ken", "evil.example@127.0.0.2", None, False, NAME),
        ("t0ken", "", None, False, NAME),
        ("t0ken", HERE, f"http://{HERE}", True, ""),
        ("t0ken", HERE, f"https://{HERE}", True, ""),
        ("t0ken", HERE, None, True, ORIGIN),
        ("t0ken", HERE, "null", True, ORIGIN),
        ("t0ken", HERE, "", True, ORIGIN),
        ("t0ken", HERE, "http://127.0.0.1:8001", True, ORIGIN),
        ("t0ken", HERE, "http://localhost:8000", True, ORIGIN),
        ("t0ken", HERE, "http://evil.example", True, ORIGIN),
        ("t0ken", HERE, "http://evil.example", False, ORIGIN),
        ("t0ken", HERE, f"file://{HERE}", True, ORIGIN),
        ("t0ken", HERE, f"http://{HERE}.evil.example", True, ORIGIN),
    ],
)
def test_the_token_the_name_and_the_origin_are_looked_at(
    token: str, name: str, origin: str | None, socket: bool, why: str
) -> None:
    assert Guard("t0ken", "127.0.0.1").refusal(token, name, origin, socket=socket) == why


def test_an_open_interface_may_have_any_name() -> None:
    guard = Guard("t0ken", "0.0.0.0")
    assert guard.refusal("t0ken", "desk.example:8000", None) == ""
    assert guard.refusal("t0ken", "desk.example", "http://other.example", socket=True) == ORIGIN


@pytest.mark.parametrize("address", ["127.0.0.1", "127.3.4.5", "localhost", "::1"])
def test_this_machine_alone_is_known(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.7", "desk.example", ""])
def test_every_other_interface_is_open(address: str) -> None:
    assert not is_local(address)
