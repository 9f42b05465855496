"""Things by their ids, and what is said of an id that nothing has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from casebank.problem import echo, suggestion

Value = TypeVar("Value")

_NOUNS = {
    "tools": "a tool",
    "canvases": "a canvas",
    "areas": "an innovation area",
    "themes": "a theme",
    "countries": "a country",
    "stakeholder-groups": "a stakeholder group",
    "support-kinds": "a kind of support",
    "audiences": "an audience",
    "scopes": "a geographical scope",
    "resource-types": "a resource type",
    "opsi-facets": "an OPSI facet",
    "artefacts": "an artefact",
}
"""What one term of a vocabulary is, or one of what lies in a folder."""

_MOST_NAMED = 20
"""Ids that a message lists at most."""


class UnknownIdError(KeyError):
    """Raised for an id that nothing has; its text says what may have been meant."""

    def __init__(self, id_: str, noun: str, known: Collection[str]) -> None:
        super().__init__(id_)
        remedy = suggestion(id_, known, otherwise=_choice(known))
        self.message = f"{echo(id_)} is not {noun}. {remedy}"

    def __str__(self) -> str:
        return self.message  # that of KeyError puts quotation marks around it


class Register(dict[str, Value]):
    """Things by their ids. Asked for an id that nothing has, it raises `UnknownIdError`."""

    def __init__(self, noun: str, things: Mapping[str, Value]) -> None:
        super().__init__(things)
        self._noun = noun

    def __missing__(self, id_: str) -> Value:
        raise UnknownIdError(id_, self._noun, self)


def noun_of(name: str) -> str:
    """Return "a theme" for `themes`, the name of a vocabulary or of other things with ids."""
    return _NOUNS.get(name, f"a term of {name}")


def _choice(known: Collection[str]) -> str:
    ids = sorted(known)
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"Choose from: {', '.join(ids[:_MOST_NAMED])}{more}." if ids else "There is none."
