"""Addresses of the forge where the files of the book are kept: to edit, to look back, to report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class Forge:
    """A repository on its forge. The addresses are GitHub's; another forge needs a change here."""

    repository: str
    """Address of the repository, with or without a slash at its end."""

    branch: str = "main"
    """The branch from which the site is published."""

    def read(self, path: str = "") -> str:
        """Return where a file or folder is shown."""
        return self._on_branch("blob" if PurePosixPath(path).suffix else "tree", path)

    def edit(self, path: str = "") -> str:
        """Return where a file is changed in the browser, or what such addresses begin with."""
        return self._on_branch("edit", path)

    def new_file(self, folder: str = "") -> str:
        """Return where a file is added to a folder in the browser."""
        return self._on_branch("new", folder)

    def history(self, path: str = "") -> str:
        """Return where every change of a file or folder is shown."""
        return self._on_branch("commits", path)

    def issue(self, form: str, **answers: str) -> str:
        """Return where an issue form of .github/ISSUE_TEMPLATE/ is filled in, with some answers."""
        return self._at(f"issues/new?{urlencode({'template': form, **answers}, quote_via=quote)}")

    def issues(self, query: str) -> str:
        """Return the issues that a search finds."""
        return self._at(f"issues?{urlencode({'q': query}, quote_via=quote)}")

    def _on_branch(self, view: str, path: str) -> str:
        return self._at(f"{view}/{self.branch}/{quote(path)}").rstrip("/")

    def _at(self, page: str) -> str:
        return f"{self.repository.rstrip('/')}/{page}"
