"""What a package index shows of the package, from one setting: the address of the repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class CustomMetadataHook(MetadataHookInterface):
    """Gives the package its addresses, and its README links that lead somewhere."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in what is ``dynamic``."""
        sys.path.insert(0, str(Path(__file__).parent))
        try:
            from readme_links import standing_alone, urls
        finally:
            sys.path.pop(0)
        address = self.config["address"]
        text = Path(self.root, "README.md").read_text("utf-8")
        shown = standing_alone(text, address)
        metadata["readme"] = {"content-type": "text/markdown", "text": shown}
        metadata["urls"] = urls(address)
