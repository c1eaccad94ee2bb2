"""Reading without the garbage collector."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def gc_seldom() -> Iterator[None]:
    """Let Python look for what refers to itself a hundred times less often than it does."""
    often = gc.get_threshold()
    gc.set_threshold(100 * often[0], *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Keep Python from looking for what refers to itself: it would go through all objects
    again and again while an article is read, and no rule makes any that do. What nothing
    refers to any more is freed at once all the same."""
    if not gc.isenabled():
        # Somebody else is reading, or does not want it either, and turns it on again.
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
