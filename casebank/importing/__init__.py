"""From a report to the draft of a case: read it, find what it tells, place every passage."""
