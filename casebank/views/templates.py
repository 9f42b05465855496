"""The templates and what they can call; everything they print is escaped unless it is `Markup`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from casebank.addresses import web_address
from casebank.phrases import duration_in_words, plural, review_in_words, when_in_words
from casebank.prose import without_citations
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Callable

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


def documentation(text: str) -> Markup:
    """Return what a model says of a field as HTML: what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(typographic(text)))))  # noqa: S704 (escaped)
