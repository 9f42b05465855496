"""Views: pure functions from the book to fragments of pages.

A view writes links as site addresses (`/cases/x/#SE-1`); whoever publishes turns them into links
that fit the place (`casebank.mkdocs_plugin` for the site, `casebank.exports.plain` for files).
"""
