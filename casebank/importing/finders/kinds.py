"""Methods that a report names, whom it is for, its territory and what kind of document it is."""

from __future__ import annotations

from casebank.importing.draft_file import BLANK, Fields, Finding, Value, finding
from casebank.importing.incoming import Incoming, labelled
from casebank.importing.naming import named, names_of, spans_of, tool_names


def find(report: Incoming) -> Fields:
    """Return tools, audiences, scope and type of resource, as far as the report names them."""
    scopes = named(report.city, report.terms("scopes"))
    return {
        "tools": _tools(report),
        "audiences": _labelled(report),
        "scope": Finding(scopes[0], "the name of the place") if scopes else BLANK,
        "resource_type": _resource_type(report),
    }


def _tools(report: Incoming) -> Value:
    found: dict[str, str] = {}
    for passage in report.told():
        for tool in report.book.tools:
            if tool.id not in found and spans_of(passage.text, tool_names(tool)):
                found[tool.id] = passage.where
    if not found:
        return BLANK
    return Finding(tuple(found), ", ".join(dict.fromkeys(found.values())))


def _labelled(report: Incoming) -> Value:
    text, shown = labelled(report, "audience")
    ids = tuple(named(text, report.terms("audiences")))
    return finding(ids, *shown, words=text) if ids else BLANK


def _resource_type(report: Incoming) -> Value:
    """Return the type of document that the cover names, or that is named by its label elsewhere."""
    cover = report.parts("cover")[0].passages
    for passages, by_label in ((cover, True), (cover, False), (list(report.told()), True)):
        for passage in passages:
            for term in report.terms("resource-types"):
                labels = (term.label.en, term.label.fr)
                names = labels if by_label else names_of(term, by_parts=False)
                if spans_of(passage.text, [name for name in names if " " in name]):
                    return finding(term.id, passage)
    return BLANK
