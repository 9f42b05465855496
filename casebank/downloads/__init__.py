"""Files to take along, one module a kind of document."""
