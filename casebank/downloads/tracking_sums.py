"""The sums of the LIEPT tracking sheet: formulas over its activities, and charts of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.downloads.tracking_columns import ACTIVITIES, LAYERS, ZONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHEET = "Sums"
YEARS = 12
"""How many years are added up, from that of the first start."""

_NAME, _PARTNERS, _ZONE, _LAYER = map(ACTIVITIES.range, ("Name", "Partners", "Zone", "Layer"))
_START, _MONEY, _DAYS = map(ACTIVITIES.range, ("Start", "Money", "Time given (days)"))

_GROUPS = 4, 13
"""Rows, from 0, in which the tables by layer and by zone begin."""

_CROSSED, _BY_YEAR = 21, 29
"""The same of the tables of zones by layers, and of years."""

_PATTERNS = {
    1: {"pattern": "percent_75", "fg_color": "#07434a", "bg_color": "#0b5d66"},
    2: {"pattern": "wide_upward_diagonal", "fg_color": "#0b5d66", "bg_color": "#e2eeee"},
    3: {"pattern": "small_grid", "fg_color": "#8a6100", "bg_color": "#f5ecd6"},
    4: {"pattern": "percent_20", "fg_color": "#b4441f", "bg_color": "#faece4"},
}
"""Layers differ by pattern as well as by colour."""


class _Sheet:
    """Writes cells with the values that an empty sheet has."""

    def __init__(self, sheet: Any, styles: dict[str, Any]) -> None:
        self._sheet, self._styles = sheet, styles

    def text(self, row: int, column: int, text: str, look: str = "label") -> None:
        self._sheet.write_string(row, column, text, self._styles[look])

    def head(self, row: int, texts: Iterable[str]) -> None:
        for column, text in enumerate(texts):
            self.text(row, column, text, "head")

    def heighten(self, row: int) -> None:
        self._sheet.set_row(row, 34)

    def sum(self, row: int, column: int, formula: str, look: str = "number") -> None:
        self._sheet.write_formula(row, column, f"={formula}", self._styles[look], 0)

    def year(self, row: int, formula: str) -> None:
        self._sheet.write_formula(row, 0, f"={formula}", self._styles["year"], "")


def write_sums(workbook: Any, sheet: Any, styles: dict[str, Any]) -> None:
    """Write all tables and charts."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 52)
    sheet.set_column(1, 11, 14)
    out = _Sheet(sheet, styles)
    out.text(0, 0, "Sums", "title")
    out.text(1, 0, "They add up by themselves: enter nothing here.", "soft")
    by_layer, by_zone = _GROUPS
    _group(out, by_layer, "Layer", _LAYER, {str(key): text for key, text in LAYERS.items()})
    _group(out, by_zone, "Zone", _ZONE, {f'"{key}"': text for key, text in ZONES.items()})
    _crossed(out)
    _by_year(out)
    _charts(workbook, sheet)


def _group(out: _Sheet, row: int, name: str, cells: str, keys: dict[str, str]) -> None:
    """Write number, money and days for each key, for the rows without any, and in all."""
    out.text(row - 1, 0, f"By {name.lower()}", "heading")
    out.head(row, [name, "Activities", "Money", "Days"])
    first, last = row + 2, row + 1 + len(keys)
    for place, (key, meaning) in enumerate(keys.items(), row + 1):
        out.text(place, 0, f"{key.strip(chr(34))}: {meaning}")
        out.sum(place, 1, f'COUNTIFS({cells},{key},{_NAME},"?*")')
        out.sum(place, 2, f"SUMIFS({_MONEY},{cells},{key})")
        out.sum(place, 3, f"SUMIFS({_DAYS},{cells},{key})")
    out.text(last, 0, f"without a {name.lower()}")
    out.text(last + 1, 0, "all")
    alls = (f'COUNTIFS({_NAME},"?*")', f"SUM({_MONEY})", f"SUM({_DAYS})")
    for column, all_ in enumerate(alls, 1):
        letter = "ABCD"[column]
        out.sum(last, column, f"{letter}{last + 2}-SUM({letter}{first}:{letter}{last})")
        out.sum(last + 1, column, all_, "total")


def _crossed(out: _Sheet) -> None:
    """Write how many activities each zone has in each layer, and how often partners are named."""
    out.text(_CROSSED - 1, 0, "Activities by zone and layer", "heading")
    out.head(_CROSSED, ["Zone", *(f"Layer {layer}" for layer in LAYERS)])
    for row, zone in enumerate(ZONES, _CROSSED + 1):
        out.text(row, 0, zone)
        for column, layer in enumerate(LAYERS, 1):
            out.sum(row, column, f'COUNTIFS({_ZONE},"{zone}",{_LAYER},{layer},{_NAME},"?*")')
    row = _CROSSED + 1 + len(ZONES)
    out.text(row, 0, "Partners named, each time counted")
    separators = f'LEN({_PARTNERS})-LEN(SUBSTITUTE({_PARTNERS},";",""))'
    out.sum(row, 1, f"SUMPRODUCT((LEN(TRIM({_PARTNERS}))>0)*({separators}+1))", "total")


def _by_year(out: _Sheet) -> None:
    """Write money by year of the start and layer, and the same accumulated."""
    out.text(_BY_YEAR - 1, 0, "Money by year of the start", "heading")
    layers = [f"Layer {layer}" for layer in LAYERS]
    sums = ["All", *(f"{name}, accumulated" for name in layers), "All, accumulated"]
    out.head(_BY_YEAR, ["Year", *layers, *sums])
    out.heighten(_BY_YEAR)
    for row in _years():
        number = row + 1  # as Excel counts
        first = row == _BY_YEAR + 1
        begun = f'IF(COUNT({_START})=0,"",YEAR(MIN({_START})))'
        out.year(row, begun if first else f'IF(A{row}="","",A{row}+1)')
        year = f'{_START},">="&DATE(A{number},1,1),{_START},"<"&DATE(A{number}+1,1,1)'
        for column, layer in enumerate(LAYERS, 1):
            money = f"SUMIFS({_MONEY},{_LAYER},{layer},{year})"
            out.sum(row, column, f'IF(A{number}="",0,{money})')
        out.sum(row, 5, f'IF(A{number}="",0,SUMIFS({_MONEY},{year}))')
        for column in range(6, 11):
            letter, own = "ABCDEFGHIJK"[column], "BCDEF"[column - 6]
            before = "" if first else f"{letter}{row}+"
            out.sum(row, column, f"{before}{own}{number}", "number" if column < 10 else "total")
    rest = _BY_YEAR + 1 + YEARS
    out.text(rest, 0, "without a start, or later than these years")
    out.sum(rest, 5, f"SUM({_MONEY})-K{rest}", "total")


def _years() -> Iterator[int]:
    yield from range(_BY_YEAR + 1, _BY_YEAR + 1 + YEARS)


def _charts(workbook: Any, sheet: Any) -> None:
    """Draw the money over the years and the activities by zone, beside the tables."""
    years = [SHEET, _BY_YEAR + 1, 0, _BY_YEAR + YEARS, 0]
    money = workbook.add_chart({"type": "column", "subtype": "stacked"})
    for column, layer in enumerate(LAYERS, 6):
        values = [SHEET, _BY_YEAR + 1, column, _BY_YEAR + YEARS, column]
        name = f"Layer {layer}: {LAYERS[layer]}"
        money.add_series(
            {"name": name, "categories": years, "values": values, "pattern": _PATTERNS[layer]}
        )
    _name(money, "Money accumulated by year, by layer")
    money.set_x_axis({"name": "Year of the start"})
    money.set_y_axis({"name": "Money", "num_format": "#,##0"})
    money.set_size({"width": 980, "height": 420})
    money.set_legend({"position": "bottom"})
    sheet.insert_chart(
        _BY_YEAR + YEARS + 3,
        0,
        money,
        {"description": "Stacked columns: money accumulated by year and layer, as in the table."},
    )
    zone = _GROUPS[1]
    activities = workbook.add_chart({"type": "bar"})
    activities.add_series(
        {
            "name": "Activities",
            "categories": [SHEET, _CROSSED + 1, 0, _CROSSED + len(ZONES), 0],
            "values": [SHEET, zone + 1, 1, zone + len(ZONES), 1],
            "fill": {"color": "#0b5d66"},
            "data_labels": {"value": True},
        }
    )
    _name(activities, "Activities by zone")
    activities.set_legend({"none": True})
    activities.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    activities.set_y_axis({"reverse": True})
    activities.set_size({"width": 560, "height": 300})
    sheet.insert_chart(
        2, 6, activities, {"description": "Bars: number of activities by zone, as in the table."}
    )


def _name(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 13}})
