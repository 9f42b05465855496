"""The controlled vocabularies: which terms they have, and that each can be read and found.

Terms may be added, so these tests ask for the first ones and leave room for more.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from casebank import Book

REPOSITORY = Path(__file__).parents[2]

VOCABULARIES = sorted(file.stem for file in (REPOSITORY / "vocabularies").glob("*.yml"))

EKIP_AREAS = {
    "ai-cci": "AI and Cultural and Creative Industries",
    "neb-green": "New European Bauhaus – CCIs enabling green transition",
    "immersive-media": "Immersive Media",
    "crafts": "Crafts-led Innovation",
    "music-platforms": "Platformisation of the Music Industry",
    "games-inclusivity": "Inclusivity in Video Game Industry",
    "performing-arts": "Cross-Innovation with Performing Arts",
    "fashion-circularity": "Fashion Transition: Eco-Design for Circularity",
    "heritage-open-innovation": (
        "Cultural Heritage Institutions within Open Innovation Ecosystems"
    ),
}
"""The nine areas as ekip's own list words them, in its order."""

TERMS = {
    "areas": [*EKIP_AREAS, "cci-strategy"],
    "themes": [
        "skills",
        "regulation-ethics",
        "spaces",
        "funding",
        "networks",
        "governance",
        "participation",
        "experimentation",
        "evidence",
        "awareness",
        "business-support",
        "attractiveness",
    ],
    "stakeholder-groups": [
        "cci",
        "business",
        "academia",
        "local-authority",
        "regional-national",
        "intermediary",
        "peer-expert",
        "funder",
        "civil-society",
    ],
    "artefacts": [
        "draft-recommendation",
        "policy-brief",
        "context-sheet",
        "guest-list",
        "run-sheet",
        "shared-aim",
        "open-questions",
        "ecosystem-map",
        "opsi-placement",
        "draft-portfolio",
        "full-portfolio",
        "gap-list",
        "ranked-asks",
        "agreed-recommendations",
        "commitments",
        "feedback",
        "city-case",
        "tracking-sheet",
        "policy-challenge",
        "peer-report",
    ],
    "opsi-facets": [
        "enhancement",
        "mission",
        "adaptive",
        "anticipatory",
        "sustaining",
        "transformative",
        "disruptive",
        "optimising",
    ],
    "resource-types": [
        "city-case",
        "peer-review-report",
        "method",
        "facilitators-guide",
        "template",
        "workshop-guide",
        "policy-recommendations",
        "article",
        "policy-poster",
        "presentation",
        "video",
    ],
    "audiences": [
        "policy-makers",
        "local-officials",
        "cci-practitioners",
        "facilitators",
        "businesses-clusters",
        "researchers-educators",
        "funders",
    ],
    "scopes": ["city", "metropolitan", "regional", "national", "european"],
    "support-kinds": [
        "funding-public",
        "funding-private",
        "funding-unspecified",
        "funding-rd",
        "vouchers",
        "people",
        "infrastructure",
        "equipment",
        "residencies",
        "training",
        "certification",
        "legal",
        "network",
        "think-tank",
        "political-priority",
        "business-support",
    ],
    "countries": [
        "austria",
        "belgium",
        "denmark",
        "estonia",
        "finland",
        "france",
        "greece",
        "italy",
        "netherlands",
        "serbia",
        "slovakia",
        "sweden",
        "united-kingdom",
    ],
    "glossary": [
        "ekip",
        "cci",
        "chamber-of-commerce",
        "portfolio",
        "opsi",
        "liept",
        "knowledge-bank",
        "drac",
        "frac",
        "cercrid",
        "pi2c",
        "interreg-europe",
        "policy-learning-platform",
    ],
}

PARTNER_COUNTRIES = ["BE", "DK", "EE", "FI", "FR", "GB", "GR", "IT", "NL", "RS", "SE", "SK"]
"""The twelve countries of ekip's partners as named when the project began."""

THEME_LABELS = {
    "skills": ("Skills, training and certification", "Compétences, formation et certification"),
    "regulation-ethics": ("Regulation, ethics and rights", "Réglementation, éthique et droits"),
    "spaces": (
        "Spaces, equipment and infrastructure",
        "Lieux, équipements et infrastructures",
    ),
    "funding": ("Funding and incentives", "Financement et incitations"),
    "networks": ("Networks, events and cooperation", "Réseaux, événements et coopération"),
    "governance": (
        "Governance, strategy and coordination",
        "Gouvernance, stratégie et coordination",
    ),
    "participation": (
        "Co-creation and stakeholder participation",
        "Co-création et participation des acteurs",
    ),
    "experimentation": (
        "Experimentation and research-creation",
        "Expérimentation et recherche-création",
    ),
    "evidence": (
        "Mapping, monitoring and impact evidence",
        "Cartographie, suivi et mesure d'impact",
    ),
    "awareness": (
        "Awareness, mediation and recognition",
        "Sensibilisation, médiation et reconnaissance",
    ),
    "business-support": (
        "Business support and cross-sector value",
        "Accompagnement des entreprises et valeur intersectorielle",
    ),
    "attractiveness": (
        "Attractiveness, tourism and heritage",
        "Attractivité, tourisme et patrimoine",
    ),
}

SAME_IN_FRENCH = {
    "scopes/european": "Europe",
    "resource-types/article": "Article",
    "countries/france": "France",
    "glossary/art-and-history": "Ville d'Art et d'Histoire",
    "glossary/interreg-europe": "Interreg Europe",
    "glossary/nuts-2": "NUTS 2",
    "glossary/ramsar": "Ramsar",
}
"""Words and names that both languages share. Short forms in capitals are not listed."""

NO_OTHER_WORD = {"glossary/ask", "glossary/interreg-europe"}
"""Terms for which nobody would search by another word."""

EVERY_TERM = [(name, id_) for name, ids in TERMS.items() for id_ in ids]


def test_there_are_no_other_vocabularies() -> None:
    assert set(VOCABULARIES) == set(TERMS)


@pytest.mark.parametrize(("name", "id_"), EVERY_TERM)
def test_term_is_there(name: str, id_: str, book: Book) -> None:
    # Addresses and data carry these ids: renaming one would break both.
    assert id_ in {term.id for term in book.terms(name)}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_says_in_a_sentence_what_belongs_to_it(name: str, book: Book) -> None:
    for term in book.terms(name):
        assert len(term.definition.split()) >= 3, term.id
        assert term.definition.endswith((".", "?")), term.id


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_has_a_french_name(name: str, book: Book) -> None:
    for term in book.terms(name):
        same = term.label.fr == term.label.en
        short_form = " " not in term.label.en and term.label.en in {
            term.label.en.upper(),
            "ekip",
        }
        assert not same or short_form or SAME_IN_FRENCH.get(f"{name}/{term.id}")


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_can_be_found_by_another_word(name: str, book: Book) -> None:
    without = {f"{name}/{term.id}" for term in book.terms(name) if not term.aliases}
    assert without <= NO_OTHER_WORD


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_term_lists_the_same_word_twice(name: str, book: Book) -> None:
    for term in book.terms(name):
        assert [word for word, times in Counter(term.aliases).items() if times > 1] == []


@pytest.mark.parametrize("name", sorted({*VOCABULARIES} - {"glossary"}))
def test_names_on_chips_are_short_and_differ(name: str, book: Book) -> None:
    # The glossary has no chips: its terms stand in full.
    names = [term.name for term in book.terms(name)]
    assert len(set(names)) == len(names)
    assert [one for one in names if len(one) > 28] == []


# Innovation areas


@pytest.mark.parametrize(("id_", "label"), EKIP_AREAS.items())
def test_area_has_the_label_of_ekips_list(id_: str, label: str, book: Book) -> None:
    area = book.area(id_)
    assert area.label.en == label
    assert area.origin == "ekip"


def test_areas_keep_the_order_of_ekips_list(book: Book) -> None:
    ids = [area.id for area in book.terms("areas") if area.origin == "ekip"]
    assert ids == list(EKIP_AREAS)


def test_the_area_of_amiens_is_ours_and_says_so(book: Book) -> None:
    area = book.area("cci-strategy")
    assert area.origin == "ours"
    assert "ours" in area.definition


# Themes


@pytest.mark.parametrize(("id_", "labels"), THEME_LABELS.items())
def test_theme_has_these_labels(id_: str, labels: tuple[str, str], book: Book) -> None:
    label = book.theme(id_).label
    assert (label.en, label.fr) == labels


@pytest.mark.parametrize("word", ["formation", "droit", "tiers-lieu", "financement", "réseau"])
def test_a_theme_is_found_by_its_french_word(word: str, book: Book) -> None:
    assert any(word in theme.aliases for theme in book.terms("themes"))


# Where terms come from


@pytest.mark.parametrize("name", ["themes", "support-kinds", "audiences", "scopes"])
def test_terms_that_we_made_are_marked_as_ours(name: str, book: Book) -> None:
    assert {term.origin for term in book.terms(name)} == {"ours"}


def test_four_stakeholder_groups_are_ekips_and_the_others_ours(book: Book) -> None:
    ekips = [term.id for term in book.terms("stakeholder-groups") if term.origin == "ekip"]
    assert ekips == ["cci", "business", "academia", "local-authority"]


def test_opsi_facets_are_oecds(book: Book) -> None:
    assert {term.origin for term in book.terms("opsi-facets")} == {"oecd"}


@pytest.mark.parametrize(
    ("change", "between"),
    {
        "sustaining": "Between enhancement and mission",
        "transformative": "Between mission and anticipatory",
        "disruptive": "Between anticipatory and adaptive",
        "optimising": "Between adaptive and enhancement",
    }.items(),
)
def test_a_kind_of_change_lies_between_two_tips(change: str, between: str, book: Book) -> None:
    assert book.term("opsi-facets", change).definition.startswith(between)


@pytest.mark.parametrize(
    ("facet", "tip"),
    {
        "enhancement": "Left tip",
        "mission": "Top tip",
        "adaptive": "Bottom tip",
        "anticipatory": "Right tip",
    }.items(),
)
def test_a_facet_sits_at_its_tip_of_the_diamond(facet: str, tip: str, book: Book) -> None:
    assert book.term("opsi-facets", facet).definition.startswith(tip)


# Countries and words that mislead


@pytest.mark.parametrize("code", PARTNER_COUNTRIES)
def test_a_partner_country_is_marked_as_ekips(code: str, book: Book) -> None:
    assert book.country(code).origin == "ekip"


def test_austria_sent_peers_and_is_no_partner_country(book: Book) -> None:
    assert book.country("AT").origin == "ours"
    assert "Not an ekip partner" in book.country("AT").definition


@pytest.mark.parametrize("word", ["ICC", "KKN", "CCS", "CCSI", "CCIs"])
def test_other_short_forms_of_cci_lead_to_it(word: str, book: Book) -> None:
    assert word in book.term("glossary", "cci").aliases


def test_the_chamber_of_commerce_is_kept_apart_from_cci(book: Book) -> None:
    chamber = book.term("glossary", "chamber-of-commerce")
    assert "nothing to do with cultural and creative industries" in chamber.definition
    assert "CCI" not in chamber.aliases


def test_opsi_is_spelled_out_rightly(book: Book) -> None:
    definition = book.term("glossary", "opsi").definition
    assert definition.startswith("Observatory of Public Sector Innovation")
