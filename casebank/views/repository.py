"""Links to the repository that pages in docs/ call by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from casebank.forge import Forge


def repository_macros(forge: Forge | None) -> dict[str, Callable[..., Markup]]:
    """Return the macros by name; where no repository is known, they give their text alone."""

    def repository_link(text: str, path: str = "") -> Markup:
        """A link to the repository, or to a file or folder in it."""
        return _link(text, forge.read(path)) if forge else escape(text)

    def issue_link(text: str, form: str) -> Markup:
        """A link to an issue form, such as `case.yml`."""
        return _link(text, forge.issue(form)) if forge else escape(text)

    def issues_link(text: str, query: str) -> Markup:
        """A link to the issues that a search finds."""
        return _link(text, forge.issues(query)) if forge else escape(text)

    return {macro.__name__: macro for macro in (repository_link, issue_link, issues_link)}


def _link(text: str, address: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, text)
