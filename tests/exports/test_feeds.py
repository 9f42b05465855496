"""Feeds: which there are, what is in them, and that neither names nor moves make anything new."""

from __future__ import annotations

import json
from dataclasses import replace

import feedparser
import pytest

from casebank.case import Case
from casebank.exports.feeds import MOST, feed_files, feeds
from casebank.permanence import Move, Removal
from casebank.publication import UNPUBLISHED, Publication
from casebank.rule import PLAIN, WEB_ADDRESS
from tests.feed_checks import assert_valid_atom, assert_valid_json_feed
from tests.forced import full_case, spoilt

ELSEWHERE = Publication("Other name", "https://elsewhere.example/book/")

FORMS = ("atom", "json")

ASK = {"id": "A-1", "text": "Go on.", "themes": ["skills"]}


def files_of(book, publication=UNPUBLISHED):
    """Return the content of each file of the feeds by its path."""
    return {output.path: output.data for output in feed_files(book, publication)}


def feed_of(book, path="cases"):
    """Return one feed as a value."""
    return next(feed for feed in feeds(book, UNPUBLISHED) if feed.path == path)


def ids_of(book, path="cases"):
    """Return the ids of the cases in a feed, in its order, as their addresses have them."""
    return [entry.page.rstrip("/").rpartition("/")[2] for entry in feed_of(book, path).entries]


@pytest.fixture(scope="module")
def real_files(book):
    """The feeds of the real book."""
    return files_of(book)


# Which feeds there are.


def test_all_cases_and_each_term_have_a_feed_in_both_forms(make_book, make_case):
    terms = ("areas/crafts", "areas/games", "countries/france", "countries/norway")
    themes = ("themes/skills", "themes/funding", "themes/spaces")

    assert set(files_of(make_book(make_case("a")))) == {
        f"feeds/{path}.{form}" for path in ("cases", *terms, *themes) for form in FORMS
    }


def test_a_feed_without_cases_is_whole_all_the_same(make_book):
    files = files_of(make_book())

    assert_valid_atom(files["feeds/countries/france.atom"])
    assert_valid_json_feed(files["feeds/countries/france.json"])


def test_the_feeds_of_the_real_book_are_read_without_complaint(real_files):
    for path, content in real_files.items():
        if path.endswith(".atom"):
            assert_valid_atom(content)
            assert not feedparser.parse(content).bozo, path
        else:
            assert_valid_json_feed(content)


@pytest.mark.parametrize("vocabulary", ["areas", "countries", "themes"])
def test_a_feed_has_the_cases_that_the_book_has_under_its_term(book, real_files, vocabulary):
    for term in book.terms(vocabulary):
        path = f"feeds/{vocabulary}/{term.id}"
        expected = {
            f"https://casebook.example{case.address}" for case in book.cases_with(vocabulary, term)
        }
        atom = feedparser.parse(real_files[f"{path}.atom"])
        items = json.loads(real_files[f"{path}.json"])["items"]
        assert {entry.link for entry in atom.entries} == expected
        assert {item["url"] for item in items} == expected


def test_the_feed_of_all_cases_has_all(book, real_files):
    links = [entry.link for entry in feedparser.parse(real_files["feeds/cases.atom"]).entries]

    assert len(links) == len(set(links)) == len(book.cases)


def test_both_forms_say_the_same(real_files):
    for path in (path.removesuffix(".atom") for path in real_files if path.endswith(".atom")):
        atom = feedparser.parse(real_files[f"{path}.atom"])
        data = json.loads(real_files[f"{path}.json"])
        assert (atom.feed.title, atom.feed.subtitle) == (data["title"], data["description"])
        assert [_told_by_atom(entry) for entry in atom.entries] == [
            _told_by_json(item) for item in data["items"]
        ]


def _told_by_atom(entry):
    original = [link.href for link in entry.links if link.rel == "via"]
    return {
        "id": entry.id,
        "page": entry.link,
        "original": original,
        "title": entry.title,
        "summary": entry.summary,
        "content": entry.content[0].value.strip(),
        "updated": entry.updated,
        "published": entry.get("published"),
        "authors": [author.name for author in entry.authors],
        "terms": [tag.label for tag in entry.tags],
        "rights": entry.rights,
    }


def _told_by_json(item):
    return {
        "id": item["id"],
        "page": item["url"],
        "original": [item["external_url"]] if "external_url" in item else [],
        "title": item["title"],
        "summary": item["summary"],
        "content": item["content_html"].strip(),
        "updated": item["date_modified"],
        "published": item.get("date_published"),
        "authors": [author["name"] for author in item["authors"]],
        "terms": item["tags"],
        "rights": item["_casebook"]["rights"],
    }


# Names that last.


def test_no_two_feeds_and_no_two_cases_have_the_same_id(book):
    all_feeds = list(feeds(book, UNPUBLISHED))
    entries = {entry.page: entry.id for feed in all_feeds for entry in feed.entries}

    assert len({feed.id for feed in all_feeds} | set(entries.values())) == len(all_feeds) + len(
        entries
    )


def test_a_case_keeps_its_id_when_it_gets_another_name(make_book, make_case):
    before = feed_of(make_book(make_case("lund")))
    after = feed_of(make_book(make_case("lund-ai-2024", aliases=["lund", "lund-ai"])))

    assert after.entries[0].id == before.entries[0].id
    assert after.entries[0].page == "https://casebook.example/cases/lund-ai-2024/"


def test_all_ids_stay_when_the_site_moves(make_book, make_case):
    book = make_book(make_case("lund"))

    def ids(publication):
        return [(feed.id, [one.id for one in feed.entries]) for feed in feeds(book, publication)]

    assert ids(ELSEWHERE) == ids(UNPUBLISHED)


def test_all_addresses_follow_when_the_site_moves(make_book, make_case):
    files = files_of(make_book(make_case("lund")), ELSEWHERE)

    assert not [path for path, content in files.items() if b"casebook.example" in content]
    assert b'href="https://elsewhere.example/book/feeds/cases.atom"' in files["feeds/cases.atom"]


def test_a_feed_stands_also_where_it_lay_before(make_book):
    book = replace(make_book(), moved=(Move(old="/themes/skils/", new="/themes/skills/"),))
    files = files_of(book)

    for form in FORMS:
        assert files[f"feeds/themes/skils.{form}"] == files[f"feeds/themes/skills.{form}"]
    assert feed_of(book, "themes/skills").id != feed_of(make_book(), "themes/skills").id
    assert b"feeds/themes/skills.atom" in files["feeds/themes/skils.atom"]


def test_a_renamed_term_keeps_the_id_of_its_feed(make_book):
    former = Move(old="/themes/funding/", new="/themes/skills/")
    renamed = replace(make_book(), moved=(former,))

    assert feed_of(renamed, "themes/skills").id == feed_of(make_book(), "themes/funding").id


def test_a_feed_that_was_removed_says_so(make_book):
    removal = Removal(
        address="/areas/fashion/",
        title="Fashion",
        removed_on="2026-11-22",
        reason="Now a part of crafts.",
    )
    files = files_of(replace(make_book(), removals=(removal,)))

    feed = assert_valid_json_feed(files["feeds/areas/fashion.json"])
    assert feed["items"] == []
    assert feed["description"] == "Removed in 2026: Now a part of crafts."
    assert_valid_atom(files["feeds/areas/fashion.atom"])


def test_a_removed_case_has_no_feed(make_book):
    removal = Removal(
        address="/cases/x/", title="X", removed_on="2026-11-22", reason="Its source was withdrawn."
    )

    assert set(files_of(replace(make_book(), removals=(removal,)))) == set(files_of(make_book()))


# Dates, order, length.


@pytest.mark.parametrize(
    ("fields", "updated", "published"),
    [
        ({"review": {"status": "reviewed", "reviewed_on": "2026-11-22"}}, "2026-11-22", None),
        ({"published": "2025-06", "held": "2024"}, "2025-06-01", "2025-06-01"),
        ({"held": "2024-11-20/2024-11-21"}, "2024-11-20", "2024-11-20"),
        (
            {"held": "2024", "review": {"status": "reviewed", "reviewed_on": "2026-11"}},
            "2026-11-01",
            "2024-01-01",
        ),
        ({}, "1980-01-01", None),
    ],
)
def test_an_entry_bears_the_dates_of_its_case(make_book, make_case, fields, updated, published):
    entry = feed_of(make_book(make_case("a", **fields))).entries[0]

    assert entry.updated == f"{updated}T00:00:00Z"
    assert entry.published == (f"{published}T00:00:00Z" if published else "")


def reviewed(day, **fields):
    return {"review": {"status": "reviewed", "reviewed_on": day}, **fields}


def test_what_was_reviewed_last_comes_first(make_book, make_case):
    book = make_book(
        make_case("draft"),
        make_case("early", **reviewed("2026-01-10", held="2026")),
        make_case("late", **reviewed("2026-03")),
        make_case("later", **reviewed("2026-03-02")),
    )

    assert ids_of(book) == ["later", "late", "early", "draft"]


def test_of_one_day_the_latest_event_comes_first(make_book, make_case):
    book = make_book(
        make_case("a", **reviewed("2026-01-10", held="2021")),
        make_case("b", **reviewed("2026-01-10", held="2025")),
    )

    assert ids_of(book) == ["b", "a"]


def test_a_feed_was_updated_with_its_newest_entry(make_book, make_case):
    book = make_book(
        make_case("a", **reviewed("2026-01-10")), make_case("b", **reviewed("2026-03-02"))
    )

    assert feed_of(book).updated == "2026-03-02T00:00:00Z"


def test_a_feed_without_entries_bears_the_day_for_what_has_no_date(make_book):
    assert feed_of(make_book()).updated == "1980-01-01T00:00:00Z"


def test_of_very_many_cases_a_feed_has_those_reviewed_last(make_book, make_case):
    cases = [make_case(f"c{n}", **reviewed(f"{2000 + n % 20}-01")) for n in range(MOST + 20)]
    feed = feed_of(make_book(*cases))

    assert len(feed.entries) == MOST == 100
    assert feed.entries[-1].updated > "2003"
    assert "at most 100. All: https://casebook.example/api/v1/cases.json" in feed.subtitle


def test_feeds_grow_with_the_number_of_cases_and_then_no_more(make_book, make_case):
    def size(number):
        return sum(map(len, files_of(make_book(*cases[:number])).values()))

    cases = [make_case(f"c{n:04}") for n in range(240)]
    per_case = size(20) - size(0)

    assert size(80) - size(0) == pytest.approx(4 * per_case, rel=0.05)
    assert size(240) == size(120)


def test_two_builds_give_the_same_bytes(make_book, make_case):
    def built():
        return files_of(make_book(make_case("a", conclusions=[ASK]), make_case("b", held="2024")))

    assert built() == built()


# Who wrote, and under which terms.


def test_authors_are_those_whom_the_source_names_each_once(make_book, make_case):
    authors = [{"name": "A. Author"}, {"name": "City", "year": "2025"}, {"name": "City"}]

    assert feed_of(make_book(make_case("a", authors=authors))).entries[0].authors == (
        "A. Author",
        "City",
    )


def test_without_an_author_the_publisher_stands_for_it(make_book, make_case):
    book = make_book(make_case("a", publisher="City of Testville"))

    assert feed_of(book).entries[0].authors == ("City of Testville",)


def test_the_terms_of_a_case_name_their_vocabularies(make_book, make_case):
    book = make_book(make_case("a", areas=["crafts"], conclusions=[ASK]))
    terms = feed_of(book).entries[0].categories

    assert [(one.scheme, one.term, one.label) for one in terms] == [
        ("https://casebook.example/areas/", "crafts", "Crafts"),
        ("https://casebook.example/countries/", "norway", "Norway"),
        ("https://casebook.example/themes/", "skills", "Skills"),
    ]


def test_an_entry_leads_to_its_original_in_its_language(make_book, make_case):
    source = {"id": "s", "title": "S", "url": "https://t.example/fr", "publisher": "Testville"}
    book = make_book(make_case("a", language="fr", sources=[source]))
    links = feedparser.parse(files_of(book)["feeds/cases.atom"]).entries[0].links

    assert [(one.href, one.hreflang) for one in links if one.rel == "via"] == [
        ("https://t.example/fr", "fr")
    ]


def test_an_address_of_an_original_holds_no_sign_that_an_address_must_not_hold(
    make_book, make_case
):
    source = {"id": "s", "title": "S", "url": "https://t.example/a|b[c]", "publisher": "Testville"}
    book = make_book(make_case("a", sources=[source]))

    assert feed_of(book).entries[0].original == "https://t.example/a%7Cb%5Bc%5D"


# Hostile texts, as if no check had refused them.

HOSTILE = "\"'</content>]]><script>alert(1)</script> &amp; \\ \u202e\u05d0\x00\x0b\ufffe\U0001f600"


@pytest.fixture
def hostile_book(make_book):
    """A book of one case with this text in each plain field and a script for an address."""
    texts = {PLAIN: HOSTILE, WEB_ADDRESS: "javascript:alert(1)"}
    case = spoilt(full_case("a", "A"), texts)
    terms = {"areas": ("crafts",), "language": "en", "places": full_case("a", "A").places}
    return make_book(case.model_copy(update=terms))


def test_a_hostile_text_stays_text(hostile_book):
    assert isinstance(hostile_book.cases[0], Case)
    atom = assert_valid_atom(files_of(hostile_book)["feeds/cases.atom"])
    item = assert_valid_json_feed(files_of(hostile_book)["feeds/cases.json"])["items"][0]

    title = atom.findtext(".//{*}entry/{*}title")
    assert "</content>]]><script>" in title
    assert "<script" not in item["content_html"]
    assert "<script" not in atom.findtext(".//{*}entry/{*}content")
    assert "external_url" not in item


def test_a_very_long_ask_is_cut_where_it_is_named(make_book, make_case):
    ask = {**ASK, "text": "word " * 390}
    content = feed_of(make_book(make_case("a", conclusions=[ask]))).entries[0].content

    assert len(content) < 600
    assert "word…</a>" in content
