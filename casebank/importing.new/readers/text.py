"""Plain text and Markdown as passages: headings, lists and tables known by how their lines look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casebank.passages import Kind, Passage, UnreadableError, clean, row

LONGEST_HEADING = 100
"""Characters; whatever is longer is a sentence."""

PAGE_BREAK = 4
"""So many empty lines are the end of a page, which ends no list."""

_BULLET = re.compile(r"^\s*(?:[-*+•●▪◦‣·–—]|\u2022)\s+(?=\S)|^\s*[•●▪◦‣·]\s*(?=\S)")
_ARROW = re.compile(r"^\s*[➤►▶⇒➡→➔»]+\s*(?=\S)")
_MARKDOWN_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{3,})\s*$")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[^\W\d_])")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_LINK = re.compile(r"\[([^\]\n]+)\]\((#|https?://[^\s)]*)\)")
_ENDS_SENTENCE = re.compile(r"[.!?…;,:][\"'”’»)\]]*$")


@dataclass(frozen=True)
class _Line:
    text: str
    number: int
    gap: int
    """Empty lines before it."""


def read(raw: bytes) -> tuple[Passage, ...]:
    """Return the passages of a text file."""
    try:
        text = raw.decode("utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        message = "cannot be read as text. Save it again with the encoding UTF-8."
        raise UnreadableError(message) from None
    if "\0" in text:
        raise UnreadableError("is no text. Name a PDF, DOCX, HTML or text file.")
    return tuple(_joined_headings(_passages(_lines(text))))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    gap = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not clean(line):
            gap += 1
            continue
        lines.append(_Line(line.rstrip(), number, gap))
        gap = 0
    return lines


def _passages(lines: list[_Line]) -> Iterator[Passage]:
    index = 0
    while index < len(lines):
        end = _end_of_block(lines, index)
        passage = _passage(lines, index, end)
        if passage.text:
            yield passage
        index = end
        if passage.kind is Kind.HEADING and index < len(lines) and _is_underline(lines, index):
            index += 1


def _passage(  # noqa: PLR0911 (one for each kind of line)
    lines: list[_Line], start: int, end: int
) -> Passage:
    first = lines[start]
    where = f"line {first.number}"
    if "\t" in first.text.strip("\n"):
        return row(tuple(_plain(cell) for cell in first.text.split("\t")), where)
    if heading := _MARKDOWN_HEADING.match(first.text):
        return Passage(_plain(heading[2]), Kind.HEADING, where, level=len(heading[1]))
    text = _plain(" ".join(_unmarked(line.text) for line in lines[start:end]))
    if not text:
        return Passage("", Kind.PARAGRAPH, where)
    if end < len(lines) and _is_underline(lines, end) and end == start + 1:
        level = 1 if "=" in lines[end].text else 2
        return Passage(text, Kind.HEADING, where, level=level)
    if _ARROW.match(first.text) and _is_short(text, 60) and not re.search(r"[.;,!?]$", text):
        return Passage(text, Kind.HEADING, where, level=3)
    if _BULLET.match(first.text) or _ARROW.match(first.text):
        opens = start == 0 or 0 < first.gap < PAGE_BREAK or not _is_item(lines[start - 1].text)
        return Passage(text, Kind.ITEM, where, opens=opens)
    if end == start + 1 and _looks_like_heading(lines, start, text):
        return Passage(text, Kind.HEADING, where, level=2)
    if end == start + 1 and _is_listed(lines, start):
        return Passage(text, Kind.ITEM, where, opens=first.gap > 0)
    isolated = first.gap > 1 and (end == len(lines) or lines[end].gap > 1)
    is_caption = isolated and _is_short(text) and not _ENDS_SENTENCE.search(text)
    return Passage(text, Kind.CAPTION if is_caption else Kind.PARAGRAPH, where)


def _end_of_block(lines: list[_Line], start: int) -> int:
    """Return the index after the last line that goes on with what begins at `start`."""
    first = lines[start].text
    if "\t" in first or _MARKDOWN_HEADING.match(first):
        return start + 1
    stop = start + 1
    while stop < len(lines) and not lines[stop].gap and not _begins(lines, stop):
        stop += 1
    if _is_wrapped([line.text for line in lines[start:stop]]):
        return stop
    end = start + 1
    while end < stop and _goes_on(lines[end - 1].text, lines[end].text):
        end += 1
    return end


def _begins(lines: list[_Line], index: int) -> bool:
    """Tell whether a line cannot go on with the one before."""
    text = lines[index].text
    return bool(
        "\t" in text
        or _is_item(text)
        or _MARKDOWN_HEADING.match(text)
        or _is_underline(lines, index)
        or (index + 1 < len(lines) and _is_underline(lines, index + 1))
    )


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _ARROW.match(text))


def _is_underline(lines: list[_Line], index: int) -> bool:
    """Tell whether a line of signs underlines the line above it."""
    line = lines[index]
    above = lines[index - 1].text if index else ""
    is_text = bool(above) and not _is_item(above) and "\t" not in above
    return bool(_UNDERLINE.match(line.text)) and not line.gap and is_text


def _is_wrapped(texts: list[str]) -> bool:
    """Tell whether lines were broken by the width of a page: all but the last are about equal."""
    *full, last = map(len, texts)
    width = max(full, default=0)
    return 50 <= width <= 120 and min(full) >= 0.7 * width and last <= 1.15 * width


def _goes_on(before: str, after: str) -> bool:
    if not re.search(r"[.!?…:][\"'”’»)\]*]*$", before.rstrip()) and after.lstrip()[:1].islower():
        return True
    return before.rstrip().endswith((",", " -", " –")) or (
        len(before) > 60 and not _ENDS_SENTENCE.search(before.strip())
    )


def _looks_like_heading(lines: list[_Line], index: int, text: str) -> bool:
    """Tell whether a line without a sign is a heading: the first of all, or a short one."""
    is_short = _is_short(text, 2 * LONGEST_HEADING)
    if index == 0 or not is_short or _cannot_head(text):
        return index == 0 and is_short
    has_sign = _NUMBER.match(text) or text.endswith(("?", ":"))
    most = 6 if text.endswith(":") else 14 if has_sign else 9
    is_alone = has_sign or not _in_a_run(lines, index)
    return text.isupper() or bool(len(text.split()) <= most and is_alone)


def _cannot_head(text: str) -> bool:
    """Tell whether a line is a part of a sentence, a quotation or no words at all."""
    begins = text[0] in "\"“«'(" or text[0].islower()
    ends = re.search(r"[.;,]$|\.[\"”»]$", text)
    return begins or bool(ends) or not re.search(r"[^\W\d_]", text)


def _in_a_run(lines: list[_Line], index: int) -> bool:
    """Tell whether a short line is one of several without a gap: a list, not headings."""
    before = index > 0 and not lines[index].gap and _is_short(lines[index - 1].text)
    after = (
        index + 1 < len(lines)
        and not lines[index + 1].gap
        and _is_short(lines[index + 1].text)
        and not _is_item(lines[index + 1].text)
    )
    return before or after


def _is_listed(lines: list[_Line], index: int) -> bool:
    """Tell whether a line is one of at least three short ones in a row: a list without signs."""
    start = index
    while start and not lines[start].gap:
        start -= 1
    end = index + 1
    while end < len(lines) and not lines[end].gap:
        end += 1
    texts = [line.text for line in lines[start:end]]
    return len(texts) > 2 and all(
        _is_short(text, 80) and not _is_item(text) and not _ENDS_SENTENCE.search(text)
        for text in texts
    )


def _is_short(text: str, longest: int = LONGEST_HEADING) -> bool:
    return len(text) <= longest


def _unmarked(text: str) -> str:
    """Return a line without the signs of a list, of which there can be two."""
    while match := _BULLET.match(text) or _ARROW.match(text):
        text = text[match.end() :]
    return "" if text.strip() in {"-", "*", "•", "·"} else text.strip()


def _plain(text: str) -> str:
    """Return a text without Markdown's signs of emphasis and links."""
    return clean(_LINK.sub(_shown, _EMPHASIS.sub("", text)))


def _shown(match: re.Match[str]) -> str:
    return match[1] if match[2] == "#" else f"{match[1]} ({match[2]})"


def _joined_headings(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Join a heading that begins with "&" to the one before: it is its second line."""
    held: Passage | None = None
    for passage in passages:
        if held and held.kind is Kind.HEADING is passage.kind and passage.text.startswith("&"):
            held = replace(held, text=f"{held.text} {passage.text}")
            continue
        if held:
            yield held
        held = passage
    if held:
        yield held
