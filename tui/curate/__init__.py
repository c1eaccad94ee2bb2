"""The curated files: read, checked against the articles, applied to what the rules find.

What no rule can find stands in TOML files beside the articles, each entry with the reason
why a person had to write it. ``read`` takes and checks them, ``apply`` lays them over the
extracted records and makes the corpus.
"""

from tui.curate.apply import apply
from tui.curate.columns import columns_in
from tui.curate.entries import Curation, CurationError
from tui.curate.folders import read, read_all
from tui.curate.load import FORMS

FILES = frozenset(FORMS)
"""The names of the curated files."""

__all__ = ["FILES", "Curation", "CurationError", "apply", "columns_in", "read", "read_all"]
