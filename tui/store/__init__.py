"""The derived store: a corpus in one TinyDB file, and what is worked out of it and kept beside it.

What may be used from outside is named here; ``README.md`` tells how the parts belong together.
"""

from tui.store.store_file import (
    BEGINS,
    MADE_BY,
    TABLES,
    ReadOnlyStorage,
    StoreMissing,
    StoreProblem,
    can_be_made,
    default_path,
    load,
    note_rules,
    packed,
    save,
    unpacked,
)

__all__ = [
    "BEGINS",
    "MADE_BY",
    "TABLES",
    "ReadOnlyStorage",
    "StoreMissing",
    "StoreProblem",
    "can_be_made",
    "default_path",
    "load",
    "note_rules",
    "packed",
    "save",
    "unpacked",
]
