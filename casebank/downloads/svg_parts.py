"""Pieces of an SVG drawing: texts, figures and layers, with everything in them escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from casebank.downloads import canvas_style as style
from casebank.drawing import Tint
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.drawing import Caption, Shape

SOFT = style.COLOURS[Tint.SOFT]


def text(
    x: float,
    y: float,
    lines: Iterable[str],
    size: float,
    *,
    fill: str,
    pitch: float = 0,
    family: str = "",
    weight: int = 400,
    anchor: str = "start",
    turn: float = 0,
) -> Markup:
    """Return lines of real text, the first with its baseline at `y`."""
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(short(x), short(y + pitch * row), line)
        for row, line in enumerate(lines)
    )
    values: dict[str, object] = {
        "font-size": short(size),
        "fill": fill,
        "font-family": family,
        "font-weight": "" if weight == 400 else weight,
        "text-anchor": "" if anchor == "start" else anchor,
        "transform": f"rotate({short(turn)} {short(x)} {short(y)})" if turn else "",
    }
    return Markup("<text{}>{}</text>").format(_attributes(values), spans) if spans else Markup("")


def figure(shape: Shape) -> Markup:
    """Return a figure of the drawing."""
    values: dict[str, object] = {
        "fill": style.COLOURS.get(shape.tint, "none"),
        "stroke": style.COLOURS.get(shape.stroke, ""),
        "stroke-width": short(shape.width) if shape.stroke in style.COLOURS else "",
        "stroke-dasharray": "2.4 1.6" if shape.dashed else "",
    }
    if shape.ellipse:
        (x, y), (right, bottom) = shape.points
        middle = {"cx": (x + right) / 2, "cy": (y + bottom) / 2}
        radii = {"rx": (right - x) / 2, "ry": (bottom - y) / 2}
        places = {key: short(value) for key, value in {**middle, **radii}.items()}
        return Markup("<ellipse{}/>").format(_attributes({**places, **values}))
    path = "L".join(f"{short(x)} {short(y)}" for x, y in shape.points)
    ring = "z" if shape.polygon else ""
    return Markup("<path{}/>").format(_attributes({"d": f"M{path}{ring}", **values}))


def caption(one: Caption) -> Markup:
    """Return a text beside the boxes."""
    return text(
        one.x,
        one.y,
        [typographic(one.text)],
        one.size,
        fill=style.COLOURS.get(one.tint, SOFT),
        weight=600 if one.strong else 400,
        anchor=one.anchor,
        turn=one.turn,
    )


def layer(id_: str, label: str, parts: Iterable[Markup]) -> Markup:
    """Return parts as a layer, which drawing programs show by its label."""
    content = Markup("").join(parts)
    return Markup('<g id="{}" inkscape:groupmode="layer" inkscape:label="{}">{}</g>').format(
        id_, label, content
    )


def _attributes(values: dict[str, object]) -> Markup:
    return Markup("").join(
        Markup(' {}="{}"').format(name, value) for name, value in values.items() if value != ""
    )


def short(number: float) -> str:
    """Write a number with three decimals at most."""
    return f"{number:.3f}".rstrip("0").rstrip(".")
