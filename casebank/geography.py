"""The map of Europe: its projection, its outlines, and where a place lies on it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import cos, radians, sin, sqrt

WIDTH, HEIGHT = 620, 560
"""Size of the map in its own units."""

_CENTRE = radians(52.0), radians(10.0)
"""Latitude and longitude of the projection's centre, those of ETRS89-LAEA Europe (EPSG:3035)."""

_UNITS = 1 / 6700
"""Units of the map for a metre at the centre."""

_RADIUS = 6_371_007.2
"""Of a sphere with the surface of the Earth, in metres."""

_ORIGIN = 270.0, 310.0
"""Where the centre of the projection lies on the map."""


def project(lat: float, lon: float) -> tuple[float, float]:
    """Return x and y on the map, from its upper left corner, of a place in degrees.

    Lambert's azimuthal equal-area projection: countries keep their relative size, which a map that
    is shaded by country needs. Source: J. P. Snyder, Map Projections: A Working Manual, USGS
    Professional Paper 1395 (1987), equations 24-2 to 24-4.
    """
    phi, lam = radians(lat), radians(lon)
    phi_1, lam_0 = _CENTRE
    beside = cos(phi) * cos(lam - lam_0)
    k = sqrt(2 / (1 + sin(phi_1) * sin(phi) + cos(phi_1) * beside))
    x = _RADIUS * k * cos(phi) * sin(lam - lam_0)
    y = _RADIUS * k * (cos(phi_1) * sin(phi) - sin(phi_1) * beside)
    return _ORIGIN[0] + x * _UNITS, _ORIGIN[1] - y * _UNITS


@cache
def outlines() -> dict[str, str]:
    """Return the outline of each country as an SVG path, by its ISO 3166-1 alpha-2 code.

    Made by scripts/make_europe.py from Natural Earth, which is in the public domain.
    """
    text = files("casebank").joinpath("europe.json").read_text(encoding="utf-8")
    paths: dict[str, str] = json.loads(text)["countries"]
    return paths
