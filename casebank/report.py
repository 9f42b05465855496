"""A case as people report it: its headings in order, and the fields under each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading of the report."""

    title: str
    help: str
    """What to write under it, or how."""

    fields: tuple[str, ...] = ()
    """Fields of a case, in the order of the report."""

    times: int = 1
    """How many blank entries a list has under it; one more is a copy."""

    sections: bool = False
    """Whether the sections of the body stand under it."""


REPORT = (
    Heading(
        "Title, place and date",
        "As exactly as the source says, and no more.",
        ("title", "places", "held", "published"),
        2,
    ),
    Heading("Summary", "For cards and search: no citations here.", ("summary",)),
    Heading(
        "Subject",
        "Choose from the lists at the end.",
        ("areas", "scope", "audiences", "tools", "resource_type", "opsi"),
    ),
    Heading(
        "Who took part",
        "Organisations and roles, never names of people. Copy a row for each organisation.",
        ("stakeholders",),
        8,
    ),
    Heading("Story", "In plain language and your own words.", sections=True),
    Heading("Portfolios", "One form for each team; copy one if you need more.", ("portfolios",), 3),
    Heading("Recommendations", "What should be done. One form for each.", ("recommendations",), 3),
    Heading("Conclusions", "What follows from all of it.", ("conclusions",), 4),
    Heading("Key figures", "Only numbers that a source gives.", ("key_figures",), 4),
    Heading("Quotes", "Short, word for word, and each with its speaker.", ("quotes",), 3),
    Heading(
        "Sources",
        "The first source is the main one. Each has an address or a file.",
        ("sources", "authors", "publisher", "language", "rights", "funding", "disclaimer"),
        3,
    ),
    Heading("Pictures", "Send the files along, with the right to publish them.", ("images",), 3),
    Heading("Doubts", "What is not known is worth a line too.", ("editor_notes",)),
)
"""Headings of the report on a city case, in order."""

PEER_REVIEW = Heading(
    "Peer review",
    "What the host brought, measures that show what is meant, and what the host will do.",
    ("challenges", "examples", "actions"),
)
"""What only a peer review has. The report is on city cases; the form on the site asks for both."""

NOT_REPORTED = {
    "kind": "the report is always on a city case",
    "record": "the report is always a full record",
    "challenges": "only peer reviews have them",
    "examples": "only peer reviews have them",
    "actions": "only peer reviews have them",
    "review": "editors fill it in",
    "aliases": "only for a case that was renamed",
}
"""Fields that stand under no heading, with the reason."""

SECTION_HELP = {
    "Context": "The place, and what was there before.",
    "Opportunity": "What the case is about, and why then and there.",
    "Sensemaking": "How the workshop went, and with which tools.",
    "Analysis": "What the local system of support does well, and what it lacks.",
    "What happened next": "What has followed, as far as a source tells. What failed is as welcome.",
}
"""What to write in each section of the body of a city case."""

PEER_REVIEW_HELP = {
    "Context": "The host, and what it had done before.",
    "Challenge": "What the host asked its peers, and why it could not wait.",
    "Conclusions": "What the peers found overall, and what the host took from it.",
}
"""What to write in each section of the body of a peer review."""
