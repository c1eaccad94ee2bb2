"""The README where its files are not beside it, as on a package index."""

from __future__ import annotations

import re

_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")

PAGES, RAW = "blob/main", "raw/main"
"""Where a host of repositories shows a file, and where it gives the file itself."""


def standing_alone(text: str, address: str) -> str:
    """A text in Markdown whose links all begin with the address of the repository. Without an
    address a link is only its words, and a picture is left out."""

    def shown(link: re.Match[str]) -> str:
        picture, words, target = link.groups()
        if "://" in target or target.startswith("#"):
            return link.group()
        if address:
            return f"{picture}[{words}]({address.rstrip('/')}/{RAW if picture else PAGES}/{target})"
        return "" if picture else words

    return _LINK.sub(shown, text)


def urls(address: str) -> dict[str, str]:
    """What a package index leads to; nothing where there is no address."""
    if not address:
        return {}
    base = address.rstrip("/")
    return {
        "Source": base,
        "Issues": f"{base}/issues",
        "Changelog": f"{base}/{PAGES}/CHANGELOG.md",
        "Documentation": f"{base}/{PAGES}/README.md",
    }
