"""Words of the form of a new case, where those of the models are for people who write the file."""

from __future__ import annotations

LABELS = {
    "kind": "Kind of case",
    "record": "How much you tell",
    "rights": "Licence or rights",
    "resource_type": "Kind of document",
    "sources.id": "Short key",
    "stakeholders.label": "Name of the group",
    "key_figures.value": "Number",
    "key_figures.label": "What it counts",
    "portfolios.support_text": "Support in words",
    "opsi.assessed_by": "Who chose them",
    "actions.axis": "Part of the plan",
    "editor_notes": "Remarks",
    "images": "Pictures",
    "aliases": "Earlier names",
}
"""Names of fields where those of the models say little; more are in completeness.py."""

NOUNS = {
    "stakeholders": "group",
    "images": "picture",
    "editor_notes": "remark",
    "timeline": "step",
}
"""What one entry of a list is called, where it is not the name of the list without its s."""

REFERENCE = "Reference"
"""Name of the fields that the form fills in by itself."""

REFERENCE_HINT = "The form makes it, and you can leave it. People cite it, so it never changes."

_THEMES = "One to three, the weightiest first."

HINTS = {
    "title": "Place and subject.",
    "places": "Where it happened; the first is the main place.",
    "places.lat": "Where the centre of the city lies, in degrees; north is positive. If you are not"
    " sure, leave latitude and longitude empty.",
    "places.lon": "The same towards east; west of Greenwich is negative.",
    "held": "When the workshop or review took place, as exactly as the source says: a year, a month"
    " (2025-03), a day, or first and last day with a stroke between (2025-03-19/2025-03-20).",
    "published": "When the source was published: a year, a month or a day.",
    "language": "Language of the source. Type its English name, and choose it from the list.",
    "rights": "What the source says about its use. If it says nothing, write that.",
    "sources": "",
    "sources.id": "A word of your own for this source. Texts cite it, as in `[^report]`.",
    "sources.url": "Where anybody can read it. Each source needs this or a file.",
    "stakeholders.group": "",
    "stakeholders.organisations.country": "Only if it is not the country of the case.",
    "portfolios": "Each holds related ideas and projects that a team of the workshop imagined, and"
    " what they need.",
    "portfolios.asks.themes": _THEMES,
    "recommendations.themes": _THEMES,
    "examples.themes": _THEMES,
    "conclusions.themes": _THEMES,
    "actions.themes": _THEMES,
    "actions.axis": "Heading of the plan under which it stands.",
    "opsi": "Which kind of innovation it is, in the model of OPSI, the OECD’s Observatory of Public"
    " Sector Innovation. Leave it empty if nobody has said so.",
    "opsi.facets": "",
    "images": "What is in each, and who has the rights. The files themselves are sent separately.",
    "images.file": "Name of the file: PNG, JPEG or WebP, in letters, digits and hyphens.",
    "aliases": "Earlier names of the file; their addresses lead here.",
}
"""What belongs into a field; nothing where its label or its step says it."""
