"""A case knowledge base: Markdown files with front matter in, pages and open data out.

The public interface is what this module exports; every other module may change.
"""

from casebank.book import Book
from casebank.loading import check, load
from casebank.problem import Problem, ProblemsError

__all__ = ["Book", "Problem", "ProblemsError", "check", "load"]
