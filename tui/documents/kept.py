"""Which stretches of a text are the report, where only the text and its file's name are there."""

from __future__ import annotations

_PLAIN = (".txt", ".text")
_MARKDOWN = (".md", ".markdown")


def kept_of(name: str, text: str) -> tuple[tuple[int, int], ...] | None:
    """What is the report of an article's text, all of it where that is None, as when its file
    was read. Of formats whose text is taken out of the file all of it is."""
    lower = name.lower()
    if lower.endswith(_MARKDOWN):
        from tui.documents import markdown

        return markdown.read(text, "utf-8").kept
    if not lower.endswith(_PLAIN):
        return None
    from tui.documents import frontmatter

    if matter := frontmatter.read(text):
        return ((matter.end, len(text)),)
    return ((1, len(text)),) if text.startswith("\ufeff") else None
