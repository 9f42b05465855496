"""Exports: one module a form in which the book leaves the engine."""
