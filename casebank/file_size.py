"""The size of a file in words."""

from __future__ import annotations


def size_in_words(count: int) -> str:
    """Return a number of bytes as "34 kB" or "1.2 MB"; a kilobyte has 1,000 bytes."""
    if count < 999_500:
        return f"{max(1, round(count / 1_000))} kB"
    return f"{count / 1_000_000:.1f} MB"
