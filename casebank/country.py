"""Countries: names from Unicode CLDR (through Babel), so that any country can have a case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from annotated_types import MinLen
from babel import Locale
from markdown.extensions.toc import slugify

from casebank.fields import CountryCode, Line, Record, Text
from casebank.problem import Problem, echo, suggestion
from casebank.references import references
from casebank.register import UnknownIdError
from casebank.strict_yaml import Parsed, dotted
from casebank.term import Label, Origin, Term

_NO_COUNTRY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
"""Two-letter codes that CLDR names although they are groups, outlying islands or placeholders."""


EU_LANGUAGES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
"""Source: Council Regulation No 1, article 1, as last amended by Regulation (EU) No 517/2013."""


class CountryEntry(Record):
    """What vocabularies/countries.yml adds to a country's code."""

    code: CountryCode
    """ISO 3166-1 alpha-2 code."""

    definition: Text
    """Why the country is listed."""

    aliases: tuple[Line, ...] = ()
    """Words by which people search for it."""

    origin: Origin
    """Who lists it: `ekip` for a partner's country."""


class CountriesFile(Record):
    """vocabularies/countries.yml: the countries that are listed even without a case."""

    title: Label
    """Name of the vocabulary."""

    definition: Text
    """What it is for."""

    terms: Annotated[tuple[CountryEntry, ...], MinLen(1)]
    """Sorted on the site by English name."""


@cache
def country_codes() -> frozenset[str]:
    """Return every code that a case may use."""
    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NO_COUNTRY


def unknown_countries(parsed: Parsed, path: str) -> Iterator[Problem]:
    """Yield a problem for each code in a file of countries that no country has."""
    for reference in references(CountriesFile, parsed.data):
        if reference.value not in country_codes():
            line, column = parsed.position(reference.path)
            message = f"{echo(reference.value)} is not a country."
            remedy = suggestion(reference.value, country_codes(), otherwise="Look up ISO 3166-1.")
            yield Problem(path, line, column, dotted(reference.path), message, remedy)


def names(code: str) -> tuple[str, ...]:
    """Return the name of a country in each official language of the European Union, once."""
    found = (Locale(language).territories.get(code) for language in EU_LANGUAGES)
    return tuple(dict.fromkeys(name for name in found if name))


def country(code: str, entry: CountryEntry | None = None) -> Term:
    """Return the term of a country; without an `entry` it is here because a case is.

    Raises `UnknownIdError` for a code that no country has.
    """
    if code not in country_codes():
        raise UnknownIdError(code, "a country", country_codes())
    label = Label(en=Locale("en").territories[code], fr=Locale("fr").territories[code])
    return Term(
        id=slugify(label.en, "-"),
        label=label,
        definition=entry.definition if entry else f"Listed because a case is set in {label.en}.",
        aliases=entry.aliases if entry else (),
        origin=entry.origin if entry else Origin.ISO,
        code=code,
    )
