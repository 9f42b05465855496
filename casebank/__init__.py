"""A case knowledge base: Markdown files with front matter in, pages and open data out.

The public interface is what this module exports, with the public attributes and methods of these
classes; every other module may change. README.md shows how to use it, and what is promised.
"""

from casebank.ask import Ask
from casebank.book import Book
from casebank.case import Case
from casebank.drafts import Draft
from casebank.inspection import Inspection, inspect
from casebank.loading import check, load
from casebank.problem import Problem, ProblemsError, Severity
from casebank.register import UnknownIdError
from casebank.term import Term, Vocabulary
from casebank.tool import Tool

__all__ = [
    "Ask",
    "Book",
    "Case",
    "Draft",
    "Inspection",
    "Problem",
    "ProblemsError",
    "Severity",
    "Term",
    "Tool",
    "UnknownIdError",
    "Vocabulary",
    "check",
    "inspect",
    "load",
]
