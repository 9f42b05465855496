"""What `make bench` runs: size and speed of search, explorer and pages, beside their targets.

    python benchmarks/bench.py [--cases 1000 --cases 10000] [--no-real] [--folder build/bench]

Everything is measured side by side in one run, on synthetic cases of about 15 kB and on the real
site. The exit code is 1 if a target is missed.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import click
from printing import printing
from publishing import publishing
from sites import build, synthetic_site
from synthetic import REPOSITORY
from wire import chromium, first_visits, on_the_wire, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from wire import Server

QUERIES = ("workshop", "creative strategy", "festival", "training artists", "public money")
SEARCH = ("/pagefind/", "/search", "/spelling.js", "/text.js", "/facets.js")
"""Parts of the paths of what the search loads."""

KIB = 1000

KEY_TO_RESULTS = """() => new Promise((done) => {
    const hits = document.querySelector("dialog .hits");
    const begin = performance.now();
    const watcher = new MutationObserver(() => {
        if (!hits.children.length) return;
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
    });
    watcher.observe(hits, { childList: true });
    const field = document.querySelector("dialog input[type=search]");
    field.value = %r;
    field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
"""From a key to the frame in which results stand, with the pause in which the field waits."""

CLICK_TO_REPAINT = """(box) => new Promise((done) => {
    const status = document.querySelector(".explorer__count");
    const before = status.textContent;
    const begin = performance.now();
    const watcher = new MutationObserver(() => {
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
    });
    watcher.observe(status, { childList: true, characterData: true, subtree: true });
    box.click();
    if (status.textContent !== before) { watcher.disconnect(); done(performance.now() - begin); }
})"""


@dataclass
class Report:
    """Figures with their targets."""

    lines: list[tuple[str, str, str]] = field(default_factory=list)
    missed: int = 0

    def say(self, what: str, value: str, target: str = "", *, met: bool = True) -> None:
        """Note one figure; `met` is whether it keeps its target."""
        verdict = "" if not target else f"{target}: {'kept' if met else 'MISSED'}"
        self.missed += not met
        self.lines.append((what, value, verdict))
        click.echo(f"{what:<66}{value:>14}  {verdict}")


def kilobytes(size: float) -> str:
    """Return a size as people read it."""
    return f"{size / KIB:,.1f} kB"


def search_bytes(browser: Browser, server: Server) -> int:
    """Return the bytes from opening the search to the first ten results, of a first visitor."""
    page = browser.new_page()
    page.goto(f"{server.address}about/", wait_until="load")
    page.keyboard.press("/")
    page.wait_for_selector("dialog input[type=search]:focus")
    page.keyboard.type(QUERIES[0])
    page.locator("dialog .hit").nth(9).wait_for()
    page.wait_for_load_state("networkidle")
    page.close()
    return server.bytes_since(0, *SEARCH)


def search_times(browser: Browser, server: Server) -> list[float]:
    """Return the milliseconds from a key to shown results, a query each."""
    page = browser.new_page()
    page.goto(f"{server.address}about/", wait_until="networkidle")
    page.keyboard.press("/")
    page.wait_for_selector("dialog input[type=search]:focus")
    page.evaluate(KEY_TO_RESULTS % "innovation")  # the first one loads what all need
    times = [float(page.evaluate(KEY_TO_RESULTS % query)) for query in QUERIES]
    page.close()
    return times


def explorer(browser: Browser, server: Server) -> tuple[int, list[float]]:
    """Return the bytes of the explorer's first load, and the milliseconds of clicks on facets."""
    page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server.address}cases/", wait_until="networkidle")
    size = server.bytes_since(0)
    boxes: list[Any] = page.query_selector_all(".facet[open] input")[:12]
    times = [float(box.evaluate(CLICK_TO_REPAINT)) for box in boxes]
    page.close()
    return size, times


def measure_synthetic(browser: Browser, report: Report, folder: Path, sizes: list[int]) -> None:
    """Measure search and explorer at each size."""
    found: dict[int, int] = {}
    for cases in sizes:
        smallest = cases == sizes[0]
        site, seconds = synthetic_site(folder, cases, other_search=smallest)
        report.say(f"{cases:,} cases: build of the site, without pictures", f"{seconds:,.0f} s")
        with served(site) as server:
            found[cases] = search_bytes(browser, server)
        what = f"{cases:,} cases: from opening search to ten results"
        if smallest:
            material = len(on_the_wire(site / "search" / "search_index.json"))
            report.say(f"{cases:,} cases: Material's index, same pages", kilobytes(material))
            met = found[cases] * 10 <= material
            report.say(what, kilobytes(found[cases]), "at most 1/10 of Material's", met=met)
        else:
            met = found[cases] <= 2 * found[sizes[0]]
            report.say(what, kilobytes(found[cases]), f"at most twice {sizes[0]:,}", met=met)
        with served(site) as server:
            times = search_times(browser, server)
        value = f"{median(times):.0f} ms"
        report.say(f"{cases:,} cases: key to results, median of {len(times)}", value)
        report.say(f"{cases:,} cases: key to results, slowest", f"{max(times):.0f} ms")
        with served(site) as server:
            size, clicks = explorer(browser, server)
        what = f"{cases:,} cases: first load of the explorer"
        report.say(what, kilobytes(size), "under 300 kB", met=size < 300 * KIB)
        what = f"{cases:,} cases: facet click to repaint, slowest of {len(clicks)}"
        slowest = max(clicks)
        report.say(what, f"{slowest:.0f} ms", "under 100 ms", met=slowest < 100)


def measure_publishing(report: Report, folder: Path, sizes: list[int]) -> None:
    """Measure the data files of the contents from which the synthetic sites were built."""
    smallest = 0.0
    for cases in sizes:
        found = publishing(folder / f"content-{cases}")
        each = found.size / cases
        smallest = smallest or each
        report.say(f"{cases:,} cases: data files", f"{found.files:,}")
        report.say(f"{cases:,} cases: time to make them", f"{found.seconds:,.0f} s")
        what, target = f"{cases:,} cases: data for each case", f"at most 1.1 times {sizes[0]:,}"
        report.say(what, kilobytes(each), target, met=each <= 1.1 * smallest)


def measure_real(browser: Browser, report: Report, folder: Path) -> None:
    """Measure a first visit to every page of the real site."""
    site = folder / "site-real"
    seconds = build(REPOSITORY, site)
    report.say("the real site: build", f"{seconds:,.1f} s")
    with served(site) as server:
        visits = list(first_visits(browser, server))
    heaviest = max(visits, key=lambda visit: visit.size)
    shift = max(visit.shift for visit in visits)
    foreign = sum(visit.foreign for visit in visits)
    what = f"the real site: heaviest page ({heaviest.address})"
    size = heaviest.size
    report.say(what, kilobytes(size), "under 150 kB", met=size < 150 * KIB)
    report.say("the real site: largest layout shift", f"{shift:.4f}", "none", met=shift == 0)
    what = "the real site: requests to other hosts"
    report.say(what, str(foreign), "none", met=foreign == 0)


def measure_printing(report: Report, folder: Path) -> None:
    """Measure how long the PDFs of a hundred cases take, and that none is set twice."""
    found = printing(folder)
    what = f"{found.made} cases as PDF"
    report.say(what, f"{found.first:.1f} s", "under 10 s", met=found.first < 10)
    what = "the same again, nothing changed: set anew"
    report.say(what, str(found.made_again), "none", met=found.made_again == 0)
    report.say("the same again: time", f"{found.again:.2f} s")


@click.command()
@click.option("--cases", multiple=True, type=int, default=(1_000, 10_000), show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), default=REPOSITORY / "build" / "bench")
@click.option("--real/--no-real", default=True, help="Whether to measure the real site too.")
def main(cases: tuple[int, ...], folder: Path, *, real: bool) -> None:
    """Measure everything and print it beside its target."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    report = Report()
    with chromium() as browser:
        if real:
            measure_real(browser, report, folder)
        measure_synthetic(browser, report, folder, sorted(cases))
    measure_publishing(report, folder, sorted(cases))
    measure_printing(report, folder)
    if report.missed:
        raise SystemExit(f"{report.missed} of the targets are missed.")


if __name__ == "__main__":
    main()
