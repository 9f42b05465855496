"""One module a kind of thing that is found in a report: each returns fields and places passages."""
