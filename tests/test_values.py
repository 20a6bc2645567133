"""Values: compared, hashed and written as frozen dataclasses are, without what these cost."""

import copy
import pickle
from dataclasses import field, replace

import pytest

from newssearch.values import frozen, value


@value
class Span:
    start: int
    end: int = 9
    seen: int = field(default=0, compare=False)


@value
class Length:
    start: int
    end: int = 9
    seen: int = 0


@value
class Nothing:
    pass


@frozen(kw_only=True)
class Place:
    name: str
    country: str = ""


def test_values_are_equal_when_their_compared_members_are():
    assert Span(1) == Span(1, 9) == Span(1, seen=5)
    assert Span(1) != Span(2)
    assert Nothing() == Nothing()


def test_equal_values_have_one_hash():
    assert len({Span(1), Span(1, 9), Span(1, seen=5), Span(2), Nothing(), Nothing()}) == 3


def test_what_a_class_says_of_itself_is_kept():
    @value
    class Loud:
        text: str

        def __eq__(self, other):
            return isinstance(other, Loud) and self.text.upper() == other.text.upper()

        def __hash__(self):
            return hash(self.text.upper())

        def __repr__(self):
            return self.text.upper()

    assert {Loud("oil"), Loud("Oil")} == {Loud("OIL")}
    assert repr(Loud("oil")) == "OIL"


def test_values_of_two_classes_are_never_equal():
    assert Span(1) != Length(1)
    assert Span(1) != (1, 9, 0)


def test_a_value_is_written_as_it_is_made():
    assert repr([Span(1), Nothing()]) == "[Span(start=1, end=9, seen=0), Nothing()]"


def test_values_can_be_replaced_copied_and_sent_to_other_processes():
    span = Span(1, 2, 3)
    assert replace(span, end=4) == Span(1, 4)
    assert copy.deepcopy(span) == pickle.loads(pickle.dumps(span)) == span
    place = Place(name="Seoul")
    assert copy.deepcopy(place) == pickle.loads(pickle.dumps(place)) == place


def test_values_have_slots():
    assert not hasattr(Span(1), "__dict__")


def test_values_match_by_place():
    match Span(1, 2):
        case Span(start, end):
            assert (start, end) == (1, 2)


def test_what_is_frozen_cannot_be_changed():
    place = Place(name="Seoul")
    for change in (lambda: setattr(place, "name", "Busan"), lambda: delattr(place, "name")):
        with pytest.raises(AttributeError):
            change()
    assert place == Place(name="Seoul")
    assert hash(place) == hash(Place(name="Seoul"))


def test_fields_by_keyword_alone_are_given_by_keyword():
    with pytest.raises(TypeError):
        Place("Seoul")
