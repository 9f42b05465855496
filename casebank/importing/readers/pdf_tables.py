"""Tables in a PDF, as the rules between their cells show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pdfminer.layout import LTChar, LTComponent, LTCurve, LTFigure, LTPage, LTTextLine

from casebank.importing.passages import clean

_NEAR = 3.0
"""Points within which two rules are one."""

_LEAST = 8.0
"""Points of the shortest rule of a table; shorter ones are strokes of drawings."""

_MOST_RULES = 3000
"""On a page; a drawing has more, a table has not."""


@dataclass(frozen=True)
class Table:
    """A grid of cells on a page."""

    columns: tuple[float, ...]
    """Where the rules between columns stand, from left to right."""

    rows: tuple[float, ...]
    """Where the rules between rows stand, from top to bottom."""

    def holds(self, thing: LTComponent) -> bool:
        """Tell whether the middle of something lies in the grid."""
        x, y = (thing.x0 + thing.x1) / 2, (thing.y0 + thing.y1) / 2
        return self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]

    def texts(self, lines: Iterable[LTTextLine]) -> Iterator[tuple[str, ...]]:
        """Yield the cells of each row that holds text."""
        cells: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)
        for line in lines:
            row = sum((line.y0 + line.y1) / 2 < y for y in self.rows) - 1
            for column, text in self._by_column(line):
                cells[row, column].append((-line.y1, text))
        for row in range(len(self.rows) - 1):
            found = [
                clean(" ".join(text for _, text in sorted(cells[row, column])))
                for column in range(len(self.columns) - 1)
            ]
            if any(found):
                yield tuple(found)

    def _by_column(self, line: LTTextLine) -> Iterator[tuple[int, str]]:
        """Split a line where it crosses a rule, since words of two cells can stand close."""
        texts: dict[int, str] = {}
        column = 0
        for part in line:
            if isinstance(part, LTChar):
                middle = (part.x0 + part.x1) / 2
                column = sum(middle > x for x in self.columns) - 1
                column = min(max(column, 0), len(self.columns) - 2)
            texts[column] = texts.get(column, "") + part.get_text()
        yield from texts.items()


_Rule = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def tables_of(page: LTPage) -> list[Table]:
    """Return the tables of a page that are drawn with rules."""
    rules = list(_rules(page))
    if len(rules) > _MOST_RULES:
        return []
    tables = []
    for group in _touching(rules):
        columns = _merged(x for rule in group if _stands(rule) for x in (rule[0],))
        rows = _merged(y for rule in group if not _stands(rule) for y in (rule[1],))
        if len(columns) > 2 and len(rows) > 2:
            tables.append(Table(tuple(columns), tuple(reversed(rows))))
    return tables


def _rules(things: Iterable[LTComponent]) -> Iterator[_Rule]:
    for thing in things:
        if isinstance(thing, LTFigure) or not isinstance(thing, LTCurve):
            continue
        left, bottom, right, top = thing.bbox
        wide, high = right - left >= _LEAST, top - bottom >= _LEAST
        if wide and high:
            yield (left, bottom, right, bottom)
            yield (left, top, right, top)
            yield (left, bottom, left, top)
            yield (right, bottom, right, top)
        elif wide or high:
            yield (left, bottom, right, top)


def _stands(rule: _Rule) -> bool:
    """Tell whether a rule is upright."""
    return rule[3] - rule[1] > rule[2] - rule[0]


def _touching(rules: list[_Rule]) -> Iterator[list[_Rule]]:
    """Yield the rules in groups that touch each other."""
    left = set(range(len(rules)))
    while left:
        group = [left.pop()]
        for index in group:
            near = [other for other in left if _touch(rules[index], rules[other])]
            group += near
            left.difference_update(near)
        yield [rules[index] for index in sorted(group)]


def _touch(one: _Rule, other: _Rule) -> bool:
    return (
        one[0] - _NEAR <= other[2]
        and other[0] - _NEAR <= one[2]
        and one[1] - _NEAR <= other[3]
        and other[1] - _NEAR <= one[3]
    )


def _merged(places: Iterable[float]) -> list[float]:
    """Return places in order, those that are near each other once."""
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > _NEAR:
            merged.append(place)
    return merged
