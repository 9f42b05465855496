"""The book as tables: one module a kind of thing, and what can be asked of them."""
