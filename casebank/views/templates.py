"""The templates and what they can call; everything they print is escaped unless it is `Markup`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from casebank.prose import without_citations
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Callable

    from casebank.provenance import Review

_MONTHS = Locale("en", "GB").months["format"]["wide"]
"""Names of months by their number, from Unicode CLDR."""

_CODE = re.compile(r"`([^`]+)`")

MOST_LISTED = 200
"""Records that one page lists; of more it shows the newest, and leads on to the explorer."""


def fragment(template: str, **values: Any) -> Markup:
    """Render a template of casebank/templates/ with these values."""
    return Markup(_environment().get_template(template).render(**values))  # noqa: S704 (autoescaped)


def macros(template: str, **values: Any) -> dict[str, Callable[..., Markup]]:
    """Return the macros of a template by name; within them the template knows these values."""
    module = _environment().get_template(template).make_module(values)
    return {name: macro for name, macro in vars(module).items() if callable(macro)}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("casebank"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    environment.globals["MOST_LISTED"] = MOST_LISTED
    environment.filters["when"] = when_in_words
    environment.filters["review"] = review_in_words
    environment.filters["duration"] = duration_in_words
    environment.filters["plural"] = plural
    environment.filters["uncited"] = without_citations
    environment.filters["web_address"] = web_address
    return environment


def _printed(value: object) -> object:
    """Give every text that a template prints its quotation marks; what is HTML already has them."""
    return typographic(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def web_address(address: str) -> str:
    """Return an address that somebody gave, or nothing if it could be a script.

    The check refuses such an address; this makes it harmless even so.
    """
    return address if address.startswith(("https://", "http://")) else ""


def documentation(text: str) -> Markup:
    """Return what a model says of a field as HTML: what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(typographic(text)))))  # noqa: S704 (escaped)


def plural(count: int, noun: str, plural_form: str = "") -> str:
    """Return "1 case" or "2 cases"."""
    return f"{count:,} {noun if count == 1 else plural_form or noun + 's'}"


def duration_in_words(minutes: int) -> str:
    """Return minutes in words: "45 minutes", "2 hours", "6 hours 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return plural(rest, "minute")
    return plural(hours, "hour") + (f" {rest:02d}" if rest else "")


def when_in_words(when: str) -> str:
    """Write a date or range as people do: `2024-11-20/2024-11-21` is "20–21 November 2024"."""
    first, _, last = when.partition("/")
    if not last:
        return _moment(first)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{_moment(last)}"
    return f"{_moment(first)} – {_moment(last)}"


def review_in_words(review: Review) -> str:
    """Say how far a record can be trusted: "Reviewed on 3 March 2026"."""
    day = review.reviewed_on or ""
    when = f"{'on' if len(day) > len('2026-03') else 'in'} {when_in_words(day)}" if day else ""
    if review.status == "draft":
        return "Draft: not yet compared with its sources"
    if review.status == "to-review":
        return f"Waiting for review; last reviewed {when}" if day else "Waiting for review"
    return f"Reviewed {when}"


def _moment(moment: str) -> str:
    year, *rest = moment.split("-")
    if not rest:
        return year
    month = f"{_MONTHS[int(rest[0])]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) == 2 else month
