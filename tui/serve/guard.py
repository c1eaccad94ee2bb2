"""Who may look: whoever has the token, from a page of this address."""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

INCOMPLETE = "the address is not whole: its token is missing or wrong"
NAME = "this is not the address that was printed"
ORIGIN = "a page of another address may not look"
LOCAL = ("localhost", "127.0.0.1", "::1")


def is_local(address: str) -> bool:
    """Whether an interface is of this machine alone."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Guard:
    """What is refused, and why. ``address`` is the interface that is listened on."""

    token: str
    address: str

    def refusal(self, token: str, name: str, origin: str | None, *, socket: bool = False) -> str:
        """Why a request is refused; "" where it is not. ``name`` is the host that it asks for,
        ``origin`` the page that sends it: a socket must have one, and any must be of the host."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return INCOMPLETE
        # Another name for this machine may be that of a page which wants to be taken for ours.
        if is_local(self.address) and urlsplit(f"//{name}").hostname not in LOCAL:
            return NAME
        if origin is None:
            return ORIGIN if socket else ""
        asking = urlsplit(origin)
        if asking.scheme not in ("http", "https") or asking.netloc.lower() != name.lower():
            return ORIGIN
        return ""
