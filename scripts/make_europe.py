"""Make casebank/europe.json, the outlines of the map, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_europe.py package/countries-50m.json

The package redistributes Natural Earth 4.1.0 at 1:50 million as TopoJSON. Natural Earth is in the
public domain (see its terms of use). Needs pycountry beside casebank, for ISO's numeric codes.

Borders are simplified once per arc, so that neighbours keep the same line between them.
"""

from __future__ import annotations

import json
import sys
from math import hypot
from pathlib import Path

import pycountry

from casebank.geography import HEIGHT, WIDTH, project

TOLERANCE = 0.9
"""How far a simplified line may lie from the true one, in units of the map."""

SMALLEST = 4.0
"""Area of the smallest island that is drawn, unless it is all there is of a country."""

MARGIN = 4
"""How far outlines go on beyond the edge."""

Point = tuple[float, float]


def main(source: Path) -> None:
    """Write the outlines of all countries within the frame of the map."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [simplified(projected(arc, topology["transform"])) for arc in topology["arcs"]]
    paths = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = code_of(geometry)
        rings = [clipped(ring) for ring in rings_of(geometry, arcs)]
        rings = sorted((ring for ring in rings if len(ring) > 2), key=area, reverse=True)
        kept = [ring for ring in rings if area(ring) >= SMALLEST] or rings[:1]
        if code and kept:
            paths[code] = "".join(path(ring) for ring in kept)
    data = {
        "source": "Natural Earth 4.1.0, 1:50m, public domain, by way of npm world-atlas 2.0.2",
        "countries": dict(sorted(paths.items())),
    }
    target = Path(__file__).parent.parent / "casebank" / "europe.json"
    target.write_text(json.dumps(data, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def code_of(geometry: dict) -> str | None:
    """Return the alpha-2 code of a country; Natural Earth gives Kosovo no number."""
    if geometry["properties"]["name"] == "Kosovo":
        return "XK"
    country = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
    return country.alpha_2 if country else None


def projected(arc: list[list[int]], transform: dict) -> list[Point]:
    """Return an arc in units of the map; TopoJSON stores differences of integers."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append(project(y * scale_y + bottom, x * scale_x + left))
    return points


def simplified(points: list[Point]) -> list[Point]:
    """Leave out points that lie within the tolerance (Douglas and Peucker's algorithm)."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    far, index = max((distance(point, first, last), i) for i, point in enumerate(points))
    if far <= TOLERANCE or index in {0, len(points) - 1}:
        return [first, last]
    return simplified(points[: index + 1])[:-1] + simplified(points[index:])


def distance(point: Point, first: Point, last: Point) -> float:
    """Return how far a point lies from the line through two others."""
    (x, y), (x1, y1), (x2, y2) = point, first, last
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def rings_of(geometry: dict, arcs: list[list[Point]]) -> list[list[Point]]:
    """Return the outer rings of a country; a negative number is an arc taken backwards."""
    polygons = geometry.get("arcs", [])
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    rings = []
    for polygon in polygons:
        ring: list[Point] = []
        for number in polygon[0]:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        rings.append(ring[:-1])
    return rings


def clipped(ring: list[Point]) -> list[Point]:
    """Cut a ring at the edges of the frame (Sutherland and Hodgman's algorithm)."""
    for axis, limit, sign in (
        (0, -MARGIN, 1),
        (0, WIDTH + MARGIN, -1),
        (1, -MARGIN, 1),
        (1, HEIGHT + MARGIN, -1),
    ):
        result: list[Point] = []
        for before, point in zip([ring[-1], *ring], ring, strict=False) if ring else ():
            inside, was_inside = (
                sign * point[axis] >= sign * limit,
                sign * before[axis] >= sign * limit,
            )
            if inside != was_inside:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                result.append(
                    tuple(b + share * (p - b) for b, p in zip(before, point, strict=True))
                )
            if inside:
                result.append(point)
        ring = result
    return ring


def area(ring: list[Point]) -> float:
    """Return the area of a ring."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def path(ring: list[Point]) -> str:
    """Write a ring as part of an SVG path, in tenths of a unit."""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring) + "Z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
