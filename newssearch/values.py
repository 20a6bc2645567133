"""Values: dataclasses that take little time to define, and to make.

``dataclass(frozen=True)`` compiles six functions for a class, a third of a millisecond, and
a new process defines two dozen classes before it answers; and to freeze an object doubles
what it takes to make. For a `value` one function is compiled, and the type checker is who
says that it never changes. A `frozen` one says so itself: what others hold is one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(plain: type[T]) -> type[T]:
    """A dataclass with slots whose objects are compared, hashed and written by their fields.

    >>> @value
    ... class Span:
    ...     start: int
    ...     end: int = 9
    >>> Span(1), Span(1) == Span(1, 9), Span(1) == (1, 9), {Span(1), Span(1)}
    (Span(start=1, end=9), True, False, {Span(start=1, end=9)})
    """
    return _value(dataclass(eq=False, repr=False, slots=True)(plain))


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """The same, and to change a field is an error when it is done, too.

    >>> @frozen()
    ... class Span:
    ...     start: int
    >>> Span(1).start = 2
    Traceback (most recent call last):
    dataclasses.FrozenInstanceError: cannot assign to field 'start'
    """
    make = dataclass(eq=False, repr=False, slots=True, frozen=True, kw_only=kw_only)
    return lambda plain: _value(make(plain))


def _value(made: type[Any]) -> type[Any]:
    names = [each.name for each in fields(made) if each.compare]
    made.__compared__ = attrgetter(*names) if names else type
    for name, shared in (("__eq__", _equal), ("__hash__", _hash), ("__repr__", _written)):
        if name not in vars(made):
            setattr(made, name, shared)
    return made


def _equal(self: Any, other: Any) -> Any:
    """``==``: never with an object of another class, though their members are the same."""
    if type(other) is not type(self):
        return NotImplemented
    return self.__compared__(self) == other.__compared__(other)


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _written(self: Any) -> str:
    members = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({members})"
