"""One module a format in which a report can come: each turns it into passages."""
