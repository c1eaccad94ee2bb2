"""How far a reader has come with checking a record: the words for it, which options and keys
name too."""

from __future__ import annotations

from typing import Literal, get_args

State = Literal["unchecked", "checked", "disputed"]
STATES: tuple[State, ...] = get_args(State)
