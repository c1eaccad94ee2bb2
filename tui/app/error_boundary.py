"""What lets a reader go on where a part of the explorer fails on one record.

Textual ends an app at the first error in any of its parts. Here a part that fails says so
by a message, and the others go on: the explorer shows what went wrong and with what. Tests
ask for the opposite, so that no error is overlooked.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump


@dataclass
class PartFailed(Message):
    """A part of the explorer failed, perhaps on something that has a name."""

    error: Exception
    on: Hashable | None = None


def tolerates_errors(app: Any) -> bool:
    """Whether the app goes on where a part of it fails."""
    return bool(getattr(app, "goes_on", False))


class ErrorBoundary(MessagePump):
    """A part in which one message that cannot be answered does not end the app."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            if not tolerates_errors(self.app):
                raise
            self.app.post_message(PartFailed(error))
