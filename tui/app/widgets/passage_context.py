"""A text that stands beside a record."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.app.widgets.article_view import ArticleView


class PassageContext(ArticleView, can_focus=False):
    """A text beside a record: looked at, not moved in."""

    BINDINGS: ClassVar[list[BindingType]] = []
