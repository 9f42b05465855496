"""PDF as passages: headings by size and weight, paragraphs joined over lines, columns and pages."""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

from casebank.importing.passages import Kind, Passage, UnreadableError, clean, row
from casebank.importing.readers.pdf_tables import tables_of

MOST_PAGES = 300
_BAND = 0.09
"""The part of a page, at head and foot, in which running heads and page numbers stand."""

_BULLET = re.compile(r"^(?:[•●▪◦‣·➤►▶⇒➔–—*\uf0b7\uf0a7\uf0d8-]|o(?=\s))\s*(?=\S)")
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s")
_PAGE_NUMBER = re.compile(
    r"^(?:page|p\.|seite|σελίδα|strona)?\s*\d+(?:\s*(?:/|of|sur|de|von)\s*\d+)?$", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LONGEST_HEADING = 160


@dataclass(frozen=True)
class _Line:
    """A line as it stands on its page."""

    text: str
    page: int
    size: float
    bold: bool
    left: float
    right: float
    top: float
    bottom: float
    box: int
    """Of which block of lines it is a part."""

    height: float
    """Of the page."""

    cells: tuple[str, ...] = ()
    """Of a row of a table, which counts as one line."""

    @property
    def at_the_edge(self) -> bool:
        """Whether it stands where running heads and page numbers do."""
        return self.top > (1 - _BAND) * self.height or self.bottom < _BAND * self.height


def read(raw: bytes) -> tuple[Passage, ...]:
    """Return the passages of a PDF."""
    try:
        pages = list(extract_pages(io.BytesIO(raw), maxpages=MOST_PAGES + 1, laparams=LAParams()))
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        message = "is locked by a password. Open it, and save it again without one."
        raise UnreadableError(message) from None
    except Exception:  # pdfminer raises whatever a broken file makes it meet
        message = "cannot be read as PDF. Open it and save it again, or save it as DOCX or text."
        raise UnreadableError(message) from None
    if len(pages) > MOST_PAGES:
        message = f"has more than {MOST_PAGES} pages. Save those that tell of the case alone."
        raise UnreadableError(message)
    lines = [line for number, page in enumerate(pages, 1) for line in _lines(page, number)]
    if not lines:
        message = "holds no text, only pictures of pages. Run text recognition (OCR) on it first."
        raise UnreadableError(message)
    return tuple(_passages(lines))


def _lines(page: LTPage, number: int) -> Iterator[_Line]:
    """Yield the lines of a page; the rows of a table stand where its first line does."""
    boxes = [box for box in page if isinstance(box, LTTextBox)]
    whole = [one for box in boxes for one in box if isinstance(one, LTTextLine)]
    inside = {table: [one for one in whole if table.holds(one)] for table in tables_of(page)}
    for count, box in enumerate(boxes):
        for line in (one for one in box if isinstance(one, LTTextLine)):
            table = next((table for table in inside if table.holds(line)), None)
            if table is None:
                yield from _line(line, page, number, count)
            elif line is inside[table][0]:
                for cells in table.texts(inside[table]):
                    yield _row(cells, page, number, count)


def _line(line: LTTextLine, page: LTPage, number: int, box: int) -> Iterator[_Line]:
    chars = [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]
    text = clean(line.get_text().replace("\u00ad\n", "\u2010\n"))
    if not text or not chars:
        return
    size = Counter(round(one.size * 2) / 2 for one in chars).most_common(1)[0][0]
    bold = sum(_is_bold(one.fontname) for one in chars) > 0.6 * len(chars)
    place = (line.x0, line.x1, line.y1 - page.y0, line.y0 - page.y0)
    yield _Line(text, number, size, bold, *place, box, page.height)


def _row(cells: tuple[str, ...], page: LTPage, number: int, box: int) -> _Line:
    middle = page.height / 2
    text = " ".join(filter(None, cells))
    return _Line(text, number, 0, False, 0, 0, middle, middle, box, page.height, cells)


def _is_bold(font: str) -> bool:
    return bool(re.search(r"bold|black|heavy|semibold|demi", font, re.I))


def _passages(lines: list[_Line]) -> Iterator[Passage]:
    furniture = _furniture(lines)
    body = _body_size(lines)
    sizes = sorted({line.size for line in lines if line.size > body * 1.08}, reverse=True)
    compounds = {word.casefold() for line in lines for word in re.findall(r"\w+-\w+", line.text)}
    told = [line for line in lines if line not in furniture]
    blocks = [
        block
        for _, group in groupby(told, key=lambda one: (one.page, one.box))
        for block in _split(list(group), body)
    ]
    passages: list[Passage] = []
    above: list[_Line] = []
    for block in blocks:
        text = _joined([line.text for line in block], compounds)
        passage = _passage(block, text, body, sizes)
        before = passages[-1] if passages else None
        if before and _goes_on(before, passage, above, block):
            passages[-1] = replace(before, text=_joined([before.text, passage.text], compounds))
        else:
            opens = passage.kind is Kind.ITEM and _opens(before, above, block)
            passages.append(replace(passage, opens=opens))
        above = block
    yield from passages
    for line in lines:
        if line in furniture:
            yield Passage(line.text, Kind.FURNITURE, f"page {line.page}")


def _furniture(lines: list[_Line]) -> frozenset[_Line]:
    """Return page numbers, and lines at the edges of pages that stand on several of them."""
    edge = [line for line in lines if line.at_the_edge]
    pages: dict[str, set[int]] = defaultdict(set)
    for line in edge:
        pages[_plain(line)].add(line.page)
    return frozenset(
        line for line in edge if _PAGE_NUMBER.match(line.text) or len(pages[_plain(line)]) > 1
    )


def _plain(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _body_size(lines: list[_Line]) -> float:
    """Return the size in which most letters are set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += 0 if line.cells else len(line.text)
    return letters.most_common(1)[0][0]


def _split(lines: list[_Line], body: float) -> Iterator[list[_Line]]:
    """Split a block of lines where a paragraph, item or heading begins."""
    block: list[_Line] = []
    for line in lines:
        if block and _begins(block, line, body):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _begins(block: list[_Line], line: _Line, body: float) -> bool:
    last = block[-1]
    if last.cells or line.cells:
        return True
    if abs(last.size - line.size) > 0.6 or _is_heading(last, body) != _is_heading(line, body):
        return True
    if _BULLET.match(line.text) or (_NUMBER.match(line.text) and line.left <= block[0].left + 1):
        return True
    gap, usual = last.bottom - line.top, 0.65 * line.size
    short = last.right < max(one.right for one in block) - 0.25 * (last.right - last.left)
    return gap > usual or (short and bool(_ENDS_SENTENCE.search(last.text)))


def _is_heading(line: _Line, body: float) -> bool:
    return line.size > body * 1.08 or (line.bold and line.size >= body * 0.95)


def _passage(block: list[_Line], text: str, body: float, sizes: list[float]) -> Passage:
    first, where = block[0], f"page {block[0].page}"
    if first.cells:
        return row(first.cells, where)
    if match := _BULLET.match(text):
        rest = text[match.end() :]
        if not _is_heading(first, body):
            return Passage(rest, Kind.ITEM, where, opens=False)
        text = rest
    large = first.size > body * 1.08
    wordy = len(text) > _LONGEST_HEADING or (not large and re.search(r"[.;,]$", text))
    if _is_heading(first, body) and not wordy:
        level = sizes.index(first.size) + 1 if large else len(sizes) + 1
        return Passage(text, Kind.HEADING, where, level=level)
    return Passage(text, Kind.PARAGRAPH, where)


def _goes_on(before: Passage, after: Passage, above: list[_Line], block: list[_Line]) -> bool:
    """Tell whether a text goes on in the next column, on the next page or below its bullet."""
    if before.kind not in {Kind.PARAGRAPH, Kind.ITEM} or after.kind is not Kind.PARAGRAPH:
        return False
    if _ENDS_SENTENCE.search(before.text):
        return False
    hangs = before.kind is Kind.ITEM and _near(above, block) and block[0].left > above[0].left + 2
    return hangs or after.text[:1].islower()


def _opens(before: Passage | None, above: list[_Line], block: list[_Line]) -> bool:
    """Tell whether a new list begins: behind other text, or after a gap."""
    if before is None or before.kind is not Kind.ITEM:
        return True
    return above[-1].page == block[0].page and not _near(above, block)


def _near(above: list[_Line], block: list[_Line]) -> bool:
    same_page = above[-1].page == block[0].page
    return same_page and above[-1].bottom - block[0].top < 0.8 * block[0].size


def _joined(texts: list[str], compounds: set[str]) -> str:
    """Join lines; a hyphen at the end of one goes, unless the word has it elsewhere too."""
    text = ""
    for line in texts:
        left = re.search(r"(\w+)[-\u2010]$", text)
        right = re.match(r"\w+", line)
        if left and right and right[0][0].islower():
            keeps = f"{left[1]}-{right[0]}".casefold() in compounds or left[1].isupper()
            text = f"{text if keeps else text[:-1]}{line}"
        else:
            text = f"{text} {line}".strip()
    return clean(text)
