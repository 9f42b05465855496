"""A case knowledge base: Markdown files with front matter in, pages and open data out.

The public interface is what this module exports; every other module may change.
"""

from casebank.book import Book
from casebank.drafts import Draft
from casebank.inspection import Inspection, inspect
from casebank.loading import check, load
from casebank.problem import Problem, ProblemsError, Severity

__all__ = [
    "Book",
    "Draft",
    "Inspection",
    "Problem",
    "ProblemsError",
    "Severity",
    "check",
    "inspect",
    "load",
]
