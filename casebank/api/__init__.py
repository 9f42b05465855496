"""The API: a model of everything it says, and pure functions that make it from a book."""
