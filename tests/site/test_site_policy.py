"""Every page forbids what it does not need: scripts, styles and frames in it, and other hosts."""

from __future__ import annotations

from bs4 import BeautifulSoup

POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "worker-src": ["'self'"],
    "connect-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
}
"""Who wants more than this must change it here too, and say why."""

DATA = ("application/json", "application/ld+json")
"""Types of script elements that hold data and are never run."""


def pages(site):
    """Yield each HTML file with its path; also the one for lost visitors."""
    for file in sorted(site.folder.rglob("*.html")):
        name = file.relative_to(site.folder).as_posix()
        yield name, BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def directives(policy):
    return {name: values for name, *values in map(str.split, policy.split(";"))}


def test_each_page_has_this_policy_before_anything_that_it_loads(site):
    found = {}
    for name, page in pages(site):
        charset, policy, *_ = page.head.find_all(recursive=False)
        assert charset.get("charset") == "utf-8", name
        assert policy.get("http-equiv") == "Content-Security-Policy", name
        assert len(page.select("meta[http-equiv=Content-Security-Policy]")) == 1, name
        found[name] = directives(policy["content"])

    assert "404.html" in found
    assert [name for name, policy in found.items() if policy != POLICY] == []


def test_no_page_tells_another_site_where_its_reader_comes_from(site):
    for name, page in pages(site):
        assert page.select_one("meta[name=referrer]")["content"] == "no-referrer", name


def test_no_script_style_or_frame_stands_in_a_page(site):
    for name, page in pages(site):
        scripts = [tag for tag in page.select("script:not([src])") if tag.get("type") not in DATA]
        assert scripts == [], name
        assert page.select("style, iframe, frame, object, embed, base, applet") == [], name


def test_no_attribute_runs_a_script_or_sets_a_style(site):
    for name, page in pages(site):
        written = [
            (tag.name, attribute)
            for tag in page.find_all(True)
            for attribute in tag.attrs
            if attribute.startswith("on") or attribute in {"style", "srcdoc", "formaction"}
        ]
        assert written == [], name


def test_no_link_leads_to_a_script_or_to_data(site):
    schemes = {"http", "https", "mailto"}
    for name, page in pages(site):
        for tag in page.select("[href], [src], [action]"):
            target = tag.get("href") or tag.get("src") or tag.get("action") or ""
            scheme, colon, _ = target.partition(":")
            assert not colon or "/" in scheme or scheme in schemes, f"{name}: {target}"
