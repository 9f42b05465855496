"""The search index of a finished site: Pagefind reads its pages; we add words for spelling help."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebank.facets import FacetRule, facet, facet_data
from casebank.views.finding import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FURNITURE = (
    *(".headerlink", ".crumbs", ".toc", ".edit", ".onwards", ".similar", ".related", ".citation"),
    *(".chips", ".cards", ".terms", ".counts", ".columns", ".ask-list", ".figures--book"),
    *(".matrix-box", ".legend", ".map", ".places", ".doors", ".pair--gaps", ".organisations ul"),
    *(".explorer", ".hero__ways", ".hero__search", ".featured", ".num", ".eyebrow"),
    ".page-head .figures",
)
"""Selectors of what pages repeat or only lead on with: a hit there would lead to a wrong place."""

WORDS = 6_000
"""At most so many words help with spelling; the commonest, so that the file stays small."""

_SIGNATURE = b"pagefind_dcd"
"""Stands at the beginning of each file that Pagefind writes, below the compression."""

_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""User interfaces of Pagefind's own; the site has one that fits it."""

_WORD = re.compile(r"[^\W\d_]{4,}")


class SearchIndexError(RuntimeError):
    """Pagefind did not make an index; the message says what it printed."""


def build_search_index(
    site: Path, cases: Sequence[str], filters: Mapping[str, Mapping[str, Sequence[str]]]
) -> None:
    """Write `pagefind/` into the finished site in the folder `site`.

    `cases` are addresses in the order of the explorer; `filters` has for each address the values by
    which search can be narrowed down to it. Beside Pagefind's own files, which know pages by keys:

    - `cases.json`: the key of each case, so that a hit is found among cases without being loaded
    - `pages.json`: the keys of all pages, and their filters as facets (`casebank.facets`);
      those of Pagefind's own are written in another order at every build
    - `words.txt`: words for help with spelling, one a line, the commonest first

    Raises `SearchIndexError` if Pagefind fails.
    """
    command = [
        *(sys.executable, "-m", "pagefind", "--quiet", "--site", str(site)),
        *("--force-language", "en"),  # one index, whatever language a passage is in
        *("--exclude-selectors", ", ".join(FURNITURE)),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own command)
    folder = site / "pagefind"
    if result.returncode or not folder.is_dir():
        raise SearchIndexError(f"Pagefind made no index: {result.stderr.strip() or result.stdout}")

    for pattern in _UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    pages = {file.name.partition(".")[0]: _read(file) for file in _fragments(folder)}
    keys = {page["url"]: key for key, page in pages.items()}
    _write(folder / "cases.json", [keys.get(address) for address in cases])
    _write(folder / "pages.json", _page_facets(pages, filters))
    (folder / "words.txt").write_text("\n".join(_common_words(pages.values())), encoding="utf-8")


def _fragments(folder: Path) -> list[Path]:
    return sorted((folder / "fragment").glob("*.pf_fragment"))


def _read(file: Path) -> dict[str, Any]:
    """Return what Pagefind shows of one page: `url`, `content`, `meta`, `anchors`, `filters`."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise SearchIndexError(f"{file.name} is not as Pagefind 1.5 writes it.")
    page: dict[str, Any] = json.loads(content.removeprefix(_SIGNATURE))
    return page


def _page_facets(
    pages: Mapping[str, Any], filters: Mapping[str, Mapping[str, Sequence[str]]]
) -> dict[str, Any]:
    keys = sorted(pages)
    facets = []
    for name in FILTERS:
        values = {key: filters.get(pages[key]["url"], {}).get(name, ()) for key in keys}
        known = sorted({value for found in values.values() for value in found})
        terms = [(value, value) for value in known]
        facets.append(facet(FacetRule(name, FILTERS[name], terms, values.__getitem__), keys))
    return {"keys": keys, **facet_data(facets, len(keys))}


def _write(file: Path, data: object) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def _common_words(pages: Iterable[dict[str, Any]]) -> list[str]:
    """Return the words that most pages have; those of titles and search words before all others."""
    prominent: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for page in pages:
        names = _words(" ".join(page["meta"].values()))
        prominent.update(names)
        plain.update(_words(page["content"]) - names)
    ranked = sorted(prominent | plain, key=lambda word: (word not in prominent, -plain[word], word))
    return ranked[:WORDS]


def _words(text: str) -> set[str]:
    """Return the words of a text, in lower case, with their accents in one code point each."""
    return set(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))
