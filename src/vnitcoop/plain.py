"""Dataclasses to plain JSON values and back, by their annotations alone.

A union is told apart by what it holds: a scalar by its type, a dataclass by its set of keys.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any

_SCALARS = (str, int, float, bool, type(None))


def to_plain(value: object) -> Any:
    """Dictionaries, lists and scalars; the keys of a dataclass in the order in which it declares them."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, _SCALARS):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(f"not a plain value: {type(value).__name__}")


def from_plain(wanted: Any, plain: Any) -> Any:
    """The value of the annotation `wanted` that to_plain gave as `plain`. Raises ValueError where it is not one."""
    return _maker(wanted)(plain)


@cache
def _names(of: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))


@cache
def _maker(wanted: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        return _choice(typing.get_args(wanted))
    if origin is tuple:
        return _row(typing.get_args(wanted))
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _record(wanted)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return wanted
    return _scalar(wanted)


def _scalar(wanted: type) -> Callable[[Any], Any]:
    def make(plain: Any) -> Any:
        if type(plain) is not wanted:
            raise ValueError(f"{wanted.__name__} expected, not {plain!r}")
        return plain

    return make


def _row(items: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(items) == 2 and items[1] is Ellipsis:
        make_one = _maker(items[0])
        return lambda plain: tuple(make_one(item) for item in plain)
    makers = [_maker(item) for item in items]
    return lambda plain: tuple(make(item) for make, item in zip(makers, plain, strict=True))


def _record(wanted: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(wanted)
    makers = {name: _maker(hints[name]) for name in _names(wanted)}

    def make(plain: Any) -> Any:
        if not isinstance(plain, dict) or plain.keys() != makers.keys():
            raise ValueError(f"{wanted.__name__} expected, not {plain!r:.80}")
        return wanted(**{name: make_one(plain[name]) for name, make_one in makers.items()})

    return make


def _choice(wanted: tuple[Any, ...]) -> Callable[[Any], Any]:
    scalars = {one for one in wanted if one in _SCALARS}
    makers = [_maker(one) for one in wanted if one not in _SCALARS]

    def make(plain: Any) -> Any:
        if type(plain) in scalars:
            return plain
        for make_one in makers:
            try:
                return make_one(plain)
            except ValueError:
                continue
        raise ValueError(f"one of {wanted} expected, not {plain!r:.80}")

    return make
