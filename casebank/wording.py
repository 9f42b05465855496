"""What could read better in a text: notes on wording, each with the words that it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from casebank.fingerprints import words
from casebank.problem import echo
from casebank.prose import CITATION
from casebank.report import PEER_REVIEW_HELP, SECTION_HELP

if TYPE_CHECKING:
    from collections.abc import Iterator

Note: TypeAlias = tuple[str, str, str]
"""The words that it is about, message and remedy."""

LONGEST_SENTENCE = 45
"""Words; a sentence twice as long as the usual advice for plain language."""

LONGEST_PARAGRAPH = 150
"""Words; what a screen of a telephone can show."""

_SENTENCE_END = re.compile(r"(?<=[.!?…:;])[\"'”’»)\]]* | [–—] ")
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|Your (?:City|Region))\b|(?i:\b(?:lorem ipsum|must not stay)\b)"
    r"|^(?i:name as printed|their organisation|title as published|what the team called it)\b"
    r"|^(?i:organisation that published (?:it|the (?:source|case)))\b"
)
"""What stands in our templates, and what people write where they know nothing yet."""

_TEMPLATE = frozenset({*SECTION_HELP.values(), *PEER_REVIEW_HELP.values()})
"""Texts that the template of a case has in the place of its sections."""

_SPACES = re.compile(r"(\S{1,40}) {2,}(\S{1,40})")
_FILE_NAME = re.compile(r"^\S+\.(?:png|jpe?g|webp|gif|tiff?|heic)$", re.IGNORECASE)
_PICTURE_OF = re.compile(
    r"^(?:an? |the |une? |la |ein |una? )?"
    r"(?:picture|image|photo|photograph|photographie|bild|foto|imagen|immagine)"
    r" (?:of|showing|de|du|des|von|van|di)\b",
    re.IGNORECASE,
)
_SAY_NOTHING = frozenset(
    [
        *("here", "click here", "click", "this", "link", "this link", "this page", "more"),
        *("read more", "see here", "website", "ici", "cliquez ici", "lien", "ce lien"),
        *("en savoir plus", "plus", "hier", "hier klicken", "klicken sie hier", "mehr"),
        *("meer", "klik hier", "her", "klik her", "har", "klicka har", "aqui", "haga clic aqui"),
        *("clique aqui", "qui", "clicca qui", "link qui", "tutaj", "kliknij tutaj", "zde", "tu"),
        *("tassa", "εδω", "κλικ εδω", "тук", "mer", "las mer", "mas"),
    ]
)
"""Texts of links that do not tell where they lead, in several languages, without accents."""


def placeholder_notes(text: str) -> Iterator[Note]:
    """Yield what is still to be written in a text."""
    for match in _PLACEHOLDER.finditer(text):
        message = f"{echo(match[0])} looks like a text to be replaced."
        yield match[0], message, "Write what you know, or leave it out."
    if text.strip("* ") in _TEMPLATE:
        message = "what stands in the template is still here."
        yield "", message, "Write what you know, or leave it out."


def text_notes(text: str) -> Iterator[Note]:
    """Yield what could be better in a text of ours."""
    if spaces := _SPACES.search(text):
        message = f"more than one space behind {echo(spaces[1])}."
        yield spaces[0], message, "Leave one space between words."
    yield from _long(CITATION.sub("", text))


def _long(text: str) -> Iterator[Note]:
    for paragraph in text.split("\n\n"):
        count = len(paragraph.split())
        if count > LONGEST_PARAGRAPH:
            message = f"a paragraph of {count} words; readers lose the thread after about"
            remedy = "Divide it where a new thought begins."
            yield _beginning(paragraph), f"{message} {LONGEST_PARAGRAPH}.", remedy
        for sentence in _SENTENCE_END.split(" ".join(paragraph.split())):
            count = len(sentence.split())
            if count > LONGEST_SENTENCE:
                message = f"a sentence of {count} words; plain language has at most"
                remedy = "Make two of it."
                yield _beginning(sentence), f"{message} {LONGEST_SENTENCE}.", remedy


def _beginning(text: str) -> str:
    return " ".join(text.split()[:5])


def summary_notes(summary: str, title: str) -> Iterator[Note]:
    """Yield what could be better in a summary."""
    if summary[-1:].isalnum():
        yield "", "the summary ends without a full stop.", "End it with a whole sentence."
    said, named = words(summary), words(title)
    if len(named) > 2 and said[: len(named)] == named:
        message = "the summary repeats the title, which always stands above it."
        yield "", message, "Begin with what the title does not say."


def title_notes(title: str) -> Iterator[Note]:
    """Yield what could be better in a title."""
    if title.isupper() and len(words(title)) > 1 and sum(map(str.isalpha, title)) > 8:
        remedy = "Write it in small letters, with capitals for names."
        yield "", "is written in capitals only, which is hard to read.", remedy


def link_notes(text: str) -> Iterator[Note]:
    """Yield what could be better in the text of a link."""
    if " ".join(words(text)) in _SAY_NOTHING:
        message = f"the link {echo(text)} does not say where it leads."
        yield text, message, "Use words that make sense alone, such as the title of the page."
    elif re.match(r"(?:https?://|www\.)", text):
        message = f"the text of a link is a bare address, {echo(text)}."
        yield text, message, "Use words that say what is there: [words](address)."


def address_notes(address: str) -> Iterator[Note]:
    """Yield what could be better in a web address."""
    if address.lower().startswith("http://"):
        message = f"{echo(address)} is not encrypted."
        yield address, message, "Try it with https:// and use that if it opens."


def picture_notes(alternative: str) -> Iterator[Note]:
    """Yield what could be better in the text that stands for a picture."""
    if _FILE_NAME.match(alternative):
        message = f"{echo(alternative)} is the name of a file."
        yield "", message, "Say in one sentence what can be seen."
    elif match := _PICTURE_OF.match(alternative):
        message = f"begins with {echo(match[0])}, which every reader is told anyway."
        yield "", message, "Begin with what can be seen."
