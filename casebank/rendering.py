"""Render contributed Markdown to HTML that is harmless by construction and sanitised once more."""

from __future__ import annotations

import posixpath
import re
from itertools import takewhile
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.utils import EnvType, OptionsDict

_TEXT_TAGS = "a blockquote br code div em h3 h4 hr li ol p pre strong sup ul"
_TABLE_TAGS = "table tbody td th thead tr"

_CLEANER = nh3.Cleaner(
    tags={*_TEXT_TAGS.split(), *_TABLE_TAGS.split()},
    attributes={
        "a": {"href", "title"},
        "div": {"role", "tabindex", "aria-label"},
        "ol": {"start"},
    },
    allowed_classes={"a": {"term", "cite"}, "div": {"scroll"}, "sup": {"cite"}, "table": {"table"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
"""The tags and attributes that our Markdown can produce; everything else is dropped."""

_TABLE_BOX = '<div class="scroll" role="region" tabindex="0" aria-label="Table: {}">'
"""A box that scrolls on narrow screens, also with the keyboard; named after the table's columns."""

_PARSER = (
    MarkdownIt("commonmark", {"html": False, "typographer": True})
    .enable(["table", "smartquotes"])
    .disable(["reference", "image"])
)
"""CommonMark with tables. Without raw HTML; without pictures, which could lie on another host; and
without references, since a section stands alone."""


class _Renderer(RendererHTML):
    """Writes tokens as HTML and hands each running text to `text`."""

    def __init__(self, text: Callable[[str], Markup]) -> None:
        self._text = text
        super().__init__()

    def text(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        token = tokens[idx]
        return str(escape(token.content) if token.meta.get("as_is") else self._text(token.content))

    def table_open(self, tokens: Sequence[Token], idx: int, *_: object) -> str:
        head = takewhile(lambda token: token.type != "thead_close", tokens[idx:])
        columns = ", ".join(token.content for token in head if token.type == "inline")
        return _TABLE_BOX.format(escape(columns)) + '<table class="table">\n'

    def table_close(self, *_: object) -> str:
        return "</table></div>\n"


def render(
    text: str, *, folder: str = "", running_text: Callable[[str], Markup] = escape
) -> Markup:
    """Render the Markdown of a record in `folder`.

    `running_text` makes HTML of each text outside links, headings and code; it may add links.
    """
    tokens = _PARSER.parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            in_heading = before is not None and before.type == "heading_open"
            token.children = _prepared(token.children or [], folder, as_is=in_heading)
    html = _Renderer(running_text).render(tokens, _PARSER.options, {})
    return Markup(_CLEANER.clean(html).strip())  # noqa: S704 (sanitised in this very line)


def _prepared(children: list[Token], folder: str, *, as_is: bool) -> list[Token]:
    """Join texts over line ends, mark those within links, and turn links into site addresses."""
    prepared: list[Token] = []
    link_depth = 0
    for token in children:
        link_depth += token.nesting if token.type in {"link_open", "link_close"} else 0
        if token.type == "link_open":
            token.attrs["href"] = address_of(str(token.attrs["href"]), folder)
        if token.type == "softbreak":
            token = Token("text", "", 0, content="\n")  # noqa: PLW2901 (the text goes on)
        if token.type == "text":
            token.meta["as_is"] = as_is or link_depth > 0
            if prepared and prepared[-1].type == "text":
                prepared[-1].content += token.content
                continue
        prepared.append(token)
    return prepared


def address_of(target: str, folder: str) -> str:
    """Return the site address of a link in a record of `folder`; full addresses stay."""
    if re.match(r"^(https?://|mailto:|#)", target, re.IGNORECASE):
        return target
    file, mark, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(folder, file)).removesuffix(".md").lstrip("/")
    return f"/{path}/{mark}{anchor}"
