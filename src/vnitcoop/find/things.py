"""The things of one article while they are being gathered; each becomes a Finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from vnitcoop.types import Basis, Finding, Kind, Ref, Role, Span, Statement, Value


@dataclass(slots=True)
class Thing:
    """One thing of an article: where it is mentioned and what is said of it, so far."""

    kind: Kind
    ref: Ref
    mentions: set[Span] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    _said: set[tuple[str, str, int]] = field(default_factory=set)  # so that most are not looked for in the list

    def say(
        self,
        name: str,
        value: Value,
        spans: Iterable[Span],
        rule: str,
        basis: Basis = Basis.STATED,
        speaker: Ref | None = None,
    ) -> None:
        """Add a statement, unless just this one is there."""
        said = tuple(spans)
        statement = Statement(name, value, said, rule, basis, speaker)
        mark = name, rule, said[0].start if said else -1
        if mark not in self._said or statement not in self.statements:
            self._said.add(mark)
            self.statements.append(statement)

    def value(self, name: str) -> Value | None:
        """The first value said of a field."""
        for statement in self.statements:  # quicker than a generator, for what is asked so often
            if statement.field == name:
                return statement.value
        return None

    def values(self, name: str) -> list[Value]:
        return [s.value for s in self.statements if s.field == name]


class Things:
    """All things of one article, in the order in which they were met."""

    def __init__(self) -> None:
        self.all: list[Thing] = []

    def add(self, kind: Kind) -> Thing:
        thing = Thing(kind, Ref(len(self.all)))
        self.all.append(thing)
        return thing

    def of(self, kind: Kind) -> list[Thing]:
        return [t for t in self.all if t.kind is kind]

    def __getitem__(self, ref: Ref) -> Thing:
        return self.all[ref.index]

    def findings(self) -> tuple[Finding, ...]:
        """Every thing that is still mentioned, as a finding; references follow, those to things that went go too."""
        kept = [t for t in self.all if t.mentions]
        all_kept = len(kept) == len(self.all)
        place = {t.ref.index: Ref(i) for i, t in enumerate(kept)}
        return tuple(
            Finding(
                t.kind,
                tuple(sorted(t.mentions)),
                tuple(t.statements if all_kept else [m for s in t.statements if (m := _moved(s, place))]),
            )
            for t in kept
        )


def _moved(statement: Statement, place: dict[int, Ref]) -> Statement | None:
    """The statement with its references renumbered; None where what it refers to went."""
    value, speaker = statement.value, statement.speaker and place.get(statement.speaker.index)
    if isinstance(value, Ref):
        if value.index not in place:
            return None
        value = place[value.index]
    elif isinstance(value, Role) and isinstance(value.organisation, Ref):
        value = Role(value.title, place.get(value.organisation.index))
    if value is statement.value and speaker is statement.speaker:
        return statement
    s = statement
    return Statement(s.field, value, s.spans, s.rule, s.basis, speaker, s.source)
