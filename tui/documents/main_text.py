"""The main text of a page, and what the page says of it, by trafilatura.

Imported by the process in which pages are read, and by no other.
"""

from __future__ import annotations

import logging
from typing import Any

from trafilatura import bare_extraction, load_html

from tui.documents import page_marks
from tui.documents.pages import Page
from tui.files import Refused

# What is wrong with a page is said once, by whoever is told that it is refused.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_FACTS = {"title": "title", "author": "author", "publisher": "sitename", "url": "url",
          "published": "date"}  # fmt: skip
"""The article's facts, and what the library calls them."""


def read(html: str) -> Page:
    """The main text of a page with what the page says of it; Refused where the library fails."""
    try:
        # A character that ends a C string ends the page for the parser.
        tree = load_html(html.lstrip("\ufeff").replace("\x00", ""))
        if tree is None:
            return Page()
        language = str(tree.get("lang") or "")
        published, changed = page_marks.days(tree)
        page_marks.prepare(tree)
        found: Any = bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            prune_xpath=page_marks.WALLS,
            # Only days that the page marks as its own; and no day depends on today's.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": "2100-01-01",
            },
        )
    except MemoryError:
        raise
    except Exception as error:  # a page of any shape: what the library makes of it is its own
        raise Refused(f"the page cannot be read: {type(error).__name__}") from error
    if not found:
        return Page()
    facts = {fact: str(getattr(found, name, None) or "") for fact, name in _FACTS.items()}
    facts["author"] = facts["author"].replace("; ", ", ")
    facts["published"] = published or facts["published"]
    return Page(str(found.text or ""), language, facts, changed)
