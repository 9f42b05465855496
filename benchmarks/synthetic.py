"""Write synthetic content folders of any size, for measurements of speed and of size.

    python benchmarks/synthetic.py FOLDER --cases 1000

A case depends on the seed and its own number alone: ten thousand cases contain the first thousand.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from functools import cache
from itertools import accumulate
from pathlib import Path

import click

import casebank
from casebank.case import BODY_SECTIONS, CaseKind
from casebank.organisation import organisation_id

REPOSITORY = Path(__file__).parent.parent
CARDS, SIZES = 0.15, (9_500, 21_500, 14_000)
"""Share of cards; smallest, largest and commonest size of full cases in bytes, 15 kB on average."""

RARE, REPEATED, SKEW, OFFSET = 0.14, 0.4, 1.9, 1500
"""Share of words that are rare, and of those that their case has had before. A new one has a rank
as frequent as `(rank + OFFSET) ** -SKEW` (Zipf and Mandelbrot), so more cases have more words."""
FRENCH = "création médiation théâtre métropole région société numérique œuvre été déjà où 2019 2021"
SYLLABLES = [onset + vowel for vowel in "aeiouéöä" for onset in "bcdfgklmnprstvz"]
ENDINGS = ("", "n", "r", "l", "s", "t", "m", "x", "nd", "ck", "ment", "ing", "g", "d", "lt")
BOXES = """AT 47 48 10 16,BE 50 51 3 6,BG 42 44 23 27,CH 46 47 7 9,CZ 49 50 13 18,DE 48 54 7 13,\
DK 55 57 9 12,EE 58 59 24 27,ES 37 43 -6 0,FI 60 66 22 28,FR 43 50 -1 6,GB 51 57 -4 0,\
GR 37 41 21 24,HR 45 46 15 18,HU 46 48 17 21,IE 52 54 -9 -7,IS 64 66 -22 -15,IT 40 46 9 15,\
LT 54 56 22 25,LU 49 50 6 6,LV 56 57 22 27,NL 51 53 4 6,NO 59 69 6 16,PL 50 54 15 23,\
PT 37 41 -9 -7,RO 44 47 22 28,RS 43 46 20 22,SE 56 66 13 19,SI 46 46 14 16,SK 48 49 17 22"""
"""Countries, with the latitudes and the longitudes between which their towns roughly lie."""
NAMES = "City of {},University of {},{} Development Agency,École {},{} Studio,Opéra {},{} Museum"


def write_content(folder: Path, cases: int, seed: int = 1) -> None:
    """Write that many cases, and beside them the repository's vocabularies and tools."""
    (folder / "cases").mkdir(parents=True)
    shutil.copy(REPOSITORY / "CITATION.cff", folder)
    shutil.copytree(REPOSITORY / "vocabularies", folder / "vocabularies")
    shutil.copytree(REPOSITORY / "canvases", folder / "canvases")
    shutil.copytree(REPOSITORY / "tools-and-methods", folder / "tools-and-methods")
    for file in (folder / "tools-and-methods").glob("*.md"):  # the cases they link to are not here
        file.write_text(file.read_text("utf-8").replace("../cases/", "https://x.example/"), "utf-8")
    for number in range(1, cases + 1):
        file = folder / "cases" / f"{_place(seed, number)[0]}.md"
        file.write_text(_case(seed, number), "utf-8")


class _Voice(random.Random):
    """Draws the words and facts of one case; it repeats its rare words, as authors do."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self._rare_words: list[str] = []

    def words(self, fewest: int, most: int) -> str:
        common, weights = _common_words()
        drawn = self.choices(common, cum_weights=weights, k=self.randint(fewest, most))
        return " ".join([word or self._rare() for word in drawn]).capitalize()

    def _rare(self) -> str:
        if self._rare_words and self.random() < REPEATED:
            return self._rare_words[int(self.random() * len(self._rare_words))]
        rank = OFFSET * (1 - self.random()) ** (-1 / (SKEW - 1)) - OFFSET
        self._rare_words.append(_invented(int(rank)))
        return self._rare_words[-1]

    def text(self, fewest: int, most: int, longest: int = 25) -> str:
        """Return a number of sentences."""
        return " ".join([f"{self.words(8, longest)}." for _ in range(self.randint(fewest, most))])

    def ids(self, vocabulary: str, fewest: int, most: int) -> list[str]:
        """Return ids of terms or tools; the first of a vocabulary are the most frequent."""
        ids = _ids(vocabulary)
        drawn = self.choices(ids, range(len(ids) + 1, 1, -1), k=self.randint(fewest, most))
        return list(dict.fromkeys(drawn))

    def organisation(self, number: int, city: str) -> str:
        """Return an organisation named after the city, or one of this or an earlier case."""
        case = number if self.random() < 0.5 else int(number * self.random() ** 2)
        which = case * 8 + self.randrange(8)
        name = city if self.random() < 0.4 else _invented(which + 999).capitalize()
        return NAMES.split(",")[which % 7].format(name)

    def asks(self, prefix: str, fewest: int, most: int, more: str = "") -> str:
        """Return a list of asks in YAML, each with some `more` fields, in which # is a title."""
        asks = ""
        for number in range(1, self.randint(fewest, most) + 1):
            themes, support = self.ids("themes", 1, 3), self.ids("support-kinds", 0, 2)
            asks += f'\n  {{id: {prefix}{number}, text: "{self.text(1, 2)}", themes: {themes}, '
            asks += f"support: {support}{more.replace('#', self.words(3, 6))}}},"
        return f"[{asks}]"

    def told(self, kind: CaseKind, number: int, city: str, most: int) -> str:
        """Return the fields that a full case has beyond a card's, `most` of each kind of advice."""
        id_, groups = f"S{number:05}-", self.ids("stakeholder-groups", 3, 5)
        text, count = "stakeholders:\n", self.randint(4, 11) // len(groups) + 1
        for group in groups:
            names = [{"name": self.organisation(number, city)} for _ in range(count)]
            text += f"  - {{group: {group}, organisations: {names}}}\n"
        text += "recommendations: " + self.asks(id_, 4, most, ', title: "#"')
        text += "\nconclusions: " + self.asks(f"{id_}O", 1, 4)
        if kind is CaseKind.PEER_REVIEW:
            plan = self.asks(f"{id_}X", 2, most, ', axis: "#", priority: 1')
            return f"{text}\nactions: {plan}\n"
        text += "\nportfolios: ["
        for which in range(1, self.randint(0, 4) + 1):
            text += f'{{id: {id_}P{which}, title: "{self.words(3, 6)}", idea: "{self.text(2, 3)}", '
            text += f"asks: {self.asks(f'{id_}P{which}.', 2, 4)}}},\n  "
        return f"{text}]\n"


@cache
def _ids(vocabulary: str) -> list[str]:
    book = casebank.load(REPOSITORY)
    return [one.id for one in (book.tools if vocabulary == "tools" else book.terms(vocabulary))]


@cache
def _common_words() -> tuple[list[str], list[int]]:
    """Return the words of the repository's texts with summed weights; "" stands for a rare one."""
    files = (*REPOSITORY.glob("cases/*.md"), *REPOSITORY.glob("tools-and-methods/*.md"))
    bodies = " ".join(file.read_text("utf-8").partition("\n---\n")[2] for file in sorted(files))
    prose = re.sub(r"\]\([^)]*\)|\[\^[^\]]*\]|https?:\S+", " ", bodies.lower())
    counts = Counter(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", prose))
    counts.update(dict.fromkeys(FRENCH.split(), 6))
    counts[""] = int(counts.total() * RARE / (1 - RARE))
    return list(counts), list(accumulate(counts.values()))


def _invented(rank: int) -> str:
    """Return a word that no other rank has; the rarer, the longer."""
    word, rest = "", rank + len(SYLLABLES)
    while rest:
        rest, digit = divmod(rest, len(SYLLABLES))
        word += SYLLABLES[digit]
    return word + ENDINGS[rank % len(ENDINGS)]


@cache
def _place(seed: int, number: int) -> tuple[str, str, str]:
    """Return the id of a case, its city and its place in YAML; every third case has a new city."""
    known = 60 + number // 3
    city = known if number % 3 == 0 else _Voice(f"{seed}/{number}/city").randrange(known)
    rng = _Voice(f"{seed}/city/{city}")
    code, south, north, west, east = rng.choice(BOXES.split(",")).split()
    lat, lon = rng.uniform(int(south), int(north) + 0.5), rng.uniform(int(west), int(east) + 0.5)
    name = _invented(rng.randrange(100_000)).capitalize() + rng.choice(("", "burg", "ville"))
    place = f"{{city: {name}, country: {code}, lat: {lat:.4f}, lon: {lon:.4f}}}"
    return f"synthetic-{number:05}-{organisation_id(name)}", name, place


def _case(seed: int, number: int) -> str:
    voice, (_, city, place) = _Voice(f"{seed}/{number}"), _place(seed, number)
    kind = voice.choices(tuple(CaseKind), (7, 3))[0]
    full = voice.random() > CARDS
    size = voice.triangular(*SIZES) if full else 2_000
    text = f"""---
title: "{city}: {voice.words(3, 6)}"
summary: {voice.text(2, 2, longest=16)}
kind: {kind}
record: {"full" if full else "card"}
places: [{place}]
areas: {voice.ids("areas", 1, 2)}
tools: {voice.ids("tools", 0, 3)}
scope: city
resource_type: {kind}{"-report" if kind is CaseKind.PEER_REVIEW else ""}
published: {voice.randint(2015, 2026)}
publisher: {voice.organisation(number, city)}
language: en
rights: {voice.text(1, 2)}
sources: [{{id: report, title: "{voice.words(3, 9)}", url: "https://report.example/{number}"}}]
review: {{status: draft}}
{voice.told(kind, number, city, round(size / 1500)) if full else ""}---
"""
    sections = BODY_SECTIONS[kind] if full else ("Context",)
    paragraphs = max(1, round((size - len(text.encode())) / len(sections) / 450))
    for name in sections:
        text += f"\n## {name}\n"
        text += "".join(f"\n{voice.text(3, 6)} [^report]\n" for _ in range(paragraphs))
    return text


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--cases", default=1000, help="How many to write.")
def main(folder: Path, cases: int) -> None:
    """Write synthetic cases, with vocabularies and tools, into a new folder."""
    write_content(folder, cases)


if __name__ == "__main__":
    main()
