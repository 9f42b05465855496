"""Canvases to fill in on screen: a field in every box, named, described, in the order of reading.

The file stays PDF/UA-1 and PDF/A-2a: each field has an appearance of its own (empty at first), and
the font in which people type is in the file.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from casebank.downloads.form_font import NAME, embedded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Object, Page, Pdf

POINT = 25.4 / 72
"""Millimetres."""

_LINE = 6.0
"""Height in millimetres up to which a field has a single line."""

_TYPE = f"/{NAME} 0 Tf 0.09 0.15 0.17 rg"
"""Font and colour of what is typed; with size 0 the reader makes letters as large as fit."""


def filled_in_on_screen(content: bytes, fields: Sequence[dict[str, Any]]) -> bytes:
    """Return a tagged PDF with text fields in it.

    Each of `fields` has `id`, `label`, `page` (from 0), and `x`, `y`, `w`, `h` in millimetres from
    the upper left corner. With `box` it belongs to that second-level heading (from 0) and is read
    after as many paragraphs below it as `texts` says; without, it is read before all of them.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        font = embedded(pdf)
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums
        number = int(pdf.Root.StructTreeRoot.get("/ParentTreeNextKey", 0))
        number = max([number, *(int(key) + 1 for key in list(parents)[::2])])
        document = pdf.Root.StructTreeRoot.K[0]
        widgets, elements = [], []
        for offset, field in enumerate(fields):
            page = pdf.pages[field["page"]]
            widget = pdf.make_indirect(_widget(pdf, page, field, number + offset))
            element = _element(pdf, document, widget, page, field["label"])
            parents.append(number + offset)
            parents.append(element)
            widgets.append(widget)
            elements.append(element)
        pdf.Root.StructTreeRoot.ParentTreeNextKey = number + len(widgets)
        document.K = Array(_in_order(document, fields, elements))
        for page, group in groupby(zip(fields, widgets, strict=True), lambda one: one[0]["page"]):
            annotations = [widget for _, widget in group]
            own = pdf.pages[page].obj
            own.Annots = Array([*own.get("/Annots", []), *annotations])
            own.Tabs = Name.S
        pdf.Root.AcroForm = Dictionary(
            Fields=Array(widgets),
            DR=Dictionary(Font=Dictionary({f"/{NAME}": font})),
            DA=String(_TYPE),
        )
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def _widget(pdf: Pdf, page: Page, field: dict[str, Any], number: int) -> Dictionary:
    top = float(page.mediabox[3])
    left, right = field["x"] / POINT, (field["x"] + field["w"]) / POINT
    upper, lower = top - field["y"] / POINT, top - (field["y"] + field["h"]) / POINT
    corners = [round(edge, 2) for edge in (left, lower, right, upper)]
    several_lines = 1 << 12 if field["h"] > _LINE else 0
    empty = pdf.make_stream(
        b"/Tx BMC EMC",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(right - left, 2), round(upper - lower, 2)]),
    )
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String(field["id"].replace(".", "_")),  # a dot would make a field of a field
        TU=String(field["label"]),
        Ff=several_lines,
        F=4,  # printed
        Rect=Array(corners),
        P=page.obj,
        DA=String(_TYPE),
        StructParent=number,
        AP=Dictionary(N=empty),
    )


def _element(pdf: Pdf, parent: Object, widget: Object, page: Page, label: str) -> Object:
    reference = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page.obj)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name.Form, P=parent, T=String(label), K=reference, Pg=page.obj
        )
    )


def _in_order(
    document: Object, fields: Sequence[dict[str, Any]], elements: Sequence[Object]
) -> list[Object]:
    """Return what the document holds, with each field in its place."""
    pairs = list(zip(fields, elements, strict=True))
    before = [element for field, element in pairs if field["box"] is None]
    of_box = {field["box"]: (field["texts"], element) for field, element in pairs}
    ordered: list[Object] = []
    box, texts_left, waiting = -1, 0, None
    for child in list(document.K):
        heading = child.get("/S") == Name.H2
        if waiting is not None and (heading or not texts_left):
            ordered.append(waiting)
            waiting = None
        if heading:
            box += 1
            texts_left, waiting = of_box.get(box, (0, None))
            ordered += before if box == 0 else ()
        elif waiting is not None:
            texts_left -= 1
        ordered.append(child)
    return [*ordered, waiting] if waiting is not None else ordered
