"""What an object is asked for late or never, and works out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy_property(Generic[T]):  # noqa: N801 (used as a decorator is)
    """Like ``functools.cached_property``, which takes a lock for each object (until Python
    3.12): that takes longer than most of what is asked of a sentence."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, each: None, owner: type) -> lazy_property[T]: ...

    @overload
    def __get__(self, each: object, owner: type) -> T: ...

    def __get__(self, each: object, owner: type) -> lazy_property[T] | T:
        if each is None:
            return self
        made = each.__dict__[self.name] = self.make(each)
        return made


def once(make: Callable[[], T]) -> Callable[[], T]:
    """What a function makes, made when it is first asked for: ``functools.cache`` takes longer
    to be set up than most of what is asked of a sentence."""
    made: list[T] = []

    def get() -> T:
        if not made:
            made.append(make())
        return made[0]

    return get
