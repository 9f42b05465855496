"""What LaTeX prints for a text that BibTeX writes; a command that it should not hold is a fault."""

from __future__ import annotations

import re

_PRINTED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    **{f"\\{sign}": sign for sign in "$&%#_"},
}

_COMMAND = re.compile("|".join(re.escape(command) for command in _PRINTED))
_SPECIAL = re.compile(r"[\\{}$&%#_~^]")


def printed(latex: str) -> str:
    """Return the letters that a reader sees. Raises `ValueError` if any other command is there."""
    if found := _SPECIAL.search(_COMMAND.sub("", latex)):
        raise ValueError(f"{found[0]!r} is a command of LaTeX in {latex!r}")
    return _COMMAND.sub(lambda command: _PRINTED[command[0]], latex)
