"""What a reader has added, found again in a corpus: where it stands now, and what it changes."""

from tui.annotated.placing import Placer, orphans, target_of, words_target

__all__ = ["Placer", "orphans", "target_of", "words_target"]
