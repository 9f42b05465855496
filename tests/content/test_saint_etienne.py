"""Every fact of the Saint-Étienne report that belongs in the case stands in its file.

Each line is one fact: what it is, and the words by which the file tells it. Whoever words the case
anew changes the line too, and so looks once whether the fact survived.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from casebank import Book
    from casebank.case import Case

FILE = Path(__file__).parents[2] / "cases" / "saint-etienne-performing-arts-ai.md"

FACTS = {
    # The report and its page
    "title": "City Case Description: Saint-Étienne, Performing Arts & AI",
    "cover": "Prototyping Innovation Policies with(in) cities",
    "innovation area on the cover": "Innovation Area: Performing Arts & AI",
    "author": "Apolline Sauvignet",
    "organisation of the author": "Cité du design",
    "year": "published: 2025",
    "author line of the web page": "source: Knowledge Bank page",
    "who paid": "Funded by the European Union",
    "caution": "gives the views of those who took part in the workshops, seen from one city",
    "what the caution hopes for": "to set things in motion",
    # The exercise
    "exercise": "The case comes from a [prototyping workshop]",
    "research came first": "researchers had first explored the policy area",
    "what is tried": "what innovation a draft recommendation could set off there",
    "way of working": "In [Portfolio Sensemaking]",
    "what sensemaking looks at": "what is strong and what is missing in the support around them",
    # The city
    "industry": "built by industry",
    "UNESCO title": "Creative Cities since 2010",
    "effect of the title": "given the cultural and creative industries of the region a push",
    "venues": "a network of performance venues",
    "who the venues were for": "the working class and the popular entertainment it enjoyed",
    "technology": "in emerging technology, and in artificial intelligence above all",
    "its base": "institutions of higher education and on innovative companies",
    "ambition for practice": "cultural practices will evolve",
    "ambition for appeal": "attract more people and hold its own internationally",
    "ambition for art": "new ways will be found to make art and to bring it to the public",
    # AI in the performing arts
    "not new": "AI is no stranger to the performing arts",
    "what happens where they meet": "thought up, spread and lived through",
    "no replacement": "It does not see AI as a replacement for artists",
    "opportunity": "drives innovation, feeds the imagination and enriches the work of artists",
    "new paths": "both in aesthetics and in organisation",
    "professions": "artists, engineers, producers, educators and technicians",
    "more professions": "those who work in administration and communications",
    "stage production": "- stage production,",
    "resource management": "- the management of resources,",
    "immersive experiences": "- immersive experiences,",
    "ethics": "- ethical reflection.",
    "first aim": "adopted knowingly and responsibly at every level",
    "second aim": "Nobody should be left out as technology changes",
    "third aim": "foundations in law, society and culture",
    # The day
    "heading of the teamwork": "Rethinking performance: embracing AI in the arts",
    "context and needs first": "the context of the city and with what each of them needed",
    "four teams": "they split into four teams",
    "diversity": "People came from very different backgrounds",
    "unexplored ground": "most of these meeting points are still unexplored ground",
    "wish to be ahead": "a strong wish to be ahead of events",
    "quote": (
        "AI appears to be one of the central themes in current creative discussions across all "
        "artistic fields: a tool for artists, not a substitute for human creation."
    ),
    "speaker": "speaker: Morgiane Laib",
    "organisation of the speaker": "organisation: City of Saint-Étienne",
    # Portfolio 1
    "portfolio 1": "title: Building AI skills in a constantly evolving world",
    "training for all": "Training in AI that anyone can join",
    "who trains": "Bodies that specialise in teaching AI run it",
    "three levels of networks": "networks at national, regional and local level",
    "independent use": "use AI tools in creative work without anyone's help",
    "observatory": "Set up an observatory for training, to coordinate the offer",
    "networks": "Build networks in which many kinds of stakeholder",
    "certification": "Introduce quality standards for training and have it officially recognised",
    "support for portfolio 1": "Money, qualified people and suitable infrastructure",
    "date of portfolio 1": "By 2030 a first network stands and a first training plan has started",
    # Portfolio 2
    "portfolio 2": "Support audiences in understanding what AI brings to creation, mediation",
    "polarised audiences": "Audiences often hold sharply opposed views of AI",
    "awareness first": "before any general use of it in creative work",
    "acceptance": "accepts this knowingly",
    "experiments": "Encourage experimentation",
    "hub": "through a hub dedicated to creation",
    "cultural actors": "Give cultural actors a stronger part in linking peers",
    "recognition": "recognition, priority and public money from institutions and policy makers",
    "no support line": "no line on required support for this portfolio",
    # Portfolio 3
    "portfolio 3": "title: Time and space for research-creation",
    "urgency": "research-creation urgently needs means and infrastructure of its own",
    "places and money": "Places to experiment and money meant for the purpose",
    "frameworks": "sound institutional frameworks and clear, ethical rules",
    "use cases": "as concrete cases on which models of law and regulation can build",
    "residencies": "residencies for research-creation and a budget reserved for R&D",
    "think tank": "a think tank, led by creators, that guides the field",
    "ambition of portfolio 3": "the division between works made with AI and works made without it",
    # Portfolio 4
    "portfolio 4": "title: Pathways toward local governance",
    "weight": "weight against the dominant global players",
    "autonomy": '"Local" stands for a degree of autonomy',
    "uniformity": "a uniformity that tends to hurt SMEs and cultural and creative industries first",
    "authorship": "intellectual property and about who is the author of a work",
    "legal network": "Create a legal network or hub",
    "intelligent uses": "ethical, responsible and creative",
    "consortium": "Form an AI consortium of experts and of professionals",
    "events": "regular events on AI among them",
    "support for portfolio 4": "Public and private money together, premises of its own",
    "date of portfolio 4": "In November 2026 results and recommendations are to be presented",
    "framework": "CCAC-VILLE",
    # The local support system
    "research": "take an active part in research and development on AI",
    "tradition": "holds to more traditional ways of working",
    "what is lacking": "the knowledge, the tools and the support to do it well",
    "national strategies": "France has answered in recent years with national strategies",
    "programmes": "more funding programmes for projects driven by AI",
    "local versions": "versions of these schemes that fit their own size",
    "training gap": "certified training of good quality",
    "money gap": "private money is short",
    "national bodies": "ministries, universities and large national initiatives",
    "cultural actors explore": "they approach AI with curiosity, and without being sure of it",
    # Recommendations
    "recommendation 1": "title: Certified and regularly updated training at all levels",
    "training is paid for": "brought up to date regularly, and pay for it",
    "recommendation 2": "title: Local regulation",
    "allowed and forbidden": "which uses it wants and which it forbids",
    "small players": "keep SMEs and local stakeholders from suffering under regulation",
    "fair": "innovation that is inclusive, fair and sustainable",
    "recommendation 3": "title: Dedicated spaces and resources",
    "what is needed": "Creative hubs, training bodies, places to experiment, specialised staff",
    "long run": "Back experiments and creation with AI in the performing arts for the long run",
    "recommendation 4": "title: Networking events and connections",
    "little contact": "yet have little to do with one another",
    "kinds of events": "festivals and other events, meetings of professionals and dissemination",
    "shared workspaces": "to share workspaces, by money or organised support",
    # Overall conclusions
    "conclusion on training": "taken up widely and nobody is to be left out",
    "conclusion on rules": "guide practice that is ethical and responsible",
    "conclusion on collaboration": "systems have to interoperate",
    "conclusion on intermediaries": "Bodies that mediate or coordinate should be set up",
    "conclusion on time": "The time to act is now",
    # What happened next
    "first step": "a first step in a new way of working together",
    "in the open": "in the open instead of in passing conversations",
    "who met": "artists and experts in law, engineers and public bodies",
    "field study": "used it as a field study",
    "call for projects": "call for projects on AI in creative practice in higher education",
    # Methods and ekip
    "four jobs of the canvas": "from its ecosystem, through a list of actors and resources",
    "question of OPSI": "does it bring new legislation, or is it rather a matter of exploring?",
    "LIEPT": "growth and impact arise in many organisations that work together",
    "partners": (
        "five universities, four consultancies, four bodies from culture and creation "
        "and four cities"
    ),
    "how ekip works": "research, consultations, policy labs, focus groups and trials in cities",
    "more to read": "posters, presentations, videos and articles",
    "guide": "[Facilitator's Guide](../tools-and-methods/facilitators-guide.md) and templates",
    "free for all": "the approach is free for all to use",
}

ORGANISATIONS = {
    "cci": [
        "Le Fil",
        "La Comète",
        "Compagnie Corps au Bord",
        "Opéra",
        "Compagnie Vladimir Steyaert",
        "neR",
    ],
    "business": ["Minalogic"],
    "academia": [
        "Université Jean Monnet",
        "Université Lyon 2 (Droit)",
        "École Supérieure d'Art et Design de Saint-Étienne (Esadse)",
        "Centre de recherches critiques sur le droit (CERCRID)",
        "Erasmus Mundus Digicrea",
    ],
    "local-authority": ["City of Saint-Étienne"],
    "regional-national": ["Direction régionale des affaires culturelles (DRAC)"],
}


@pytest.fixture(scope="module")
def text() -> str:
    """The whole file, with single spaces where it breaks lines."""
    return " ".join(FILE.read_text(encoding="utf-8").split())


@pytest.fixture
def case(book: Book) -> Case:
    return book.case(FILE.stem)


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_fact_is_told(fact: str, text: str) -> None:
    assert fact in text


@pytest.mark.parametrize(("group", "names"), ORGANISATIONS.items())
def test_organisations_stand_in_their_group(group: str, names: list[str], case: Case) -> None:
    (found,) = (one for one in case.stakeholders if one.group == group)
    assert [organisation.name for organisation in found.organisations] == names


def test_fourteen_organisations_took_part(case: Case) -> None:
    assert sum(len(one.organisations) for one in case.stakeholders) == 14


def test_no_funder_and_no_citizens_took_part(case: Case) -> None:
    assert not {"funder", "civil-society"} & {one.group for one in case.stakeholders}


def test_a_state_service_keeps_the_label_of_the_report(case: Case) -> None:
    (drac,) = (one for one in case.stakeholders if one.group == "regional-national")
    assert drac.label == "Local authorities"


def test_two_portfolios_have_a_date(case: Case) -> None:
    assert [one.id for one in case.portfolios if one.timeline] == ["SE-P1", "SE-P4"]


def test_three_portfolios_have_a_line_on_support(case: Case) -> None:
    assert [one.id for one in case.portfolios if one.support_text] == ["SE-P1", "SE-P3", "SE-P4"]


def test_the_quotation_is_the_only_one_and_exact(case: Case) -> None:
    (quote,) = case.quotes
    assert quote.text == FACTS["quote"]


def test_methods_are_those_of_the_report(case: Case) -> None:
    assert set(case.tools) == {
        "prototyping-workshop",
        "portfolio-sensemaking",
        "innovation-portfolio-policy-canvas",
        "opsi-model",
        "liept-model",
    }


def test_a_note_says_that_the_use_of_liept_is_not_told(case: Case) -> None:
    assert any("does not say how it was used" in note for note in case.editor_notes)


def test_the_case_is_not_placed_on_the_opsi_facets(case: Case) -> None:
    assert case.opsi.assessed_by == "not-assessed"
    assert case.opsi.facets == ()


def test_area_and_territory(case: Case) -> None:
    assert case.areas == ("ai-cci", "performing-arts")
    assert case.scope == "city"
    assert (case.place.city, case.place.country) == ("Saint-Étienne", "FR")


def test_the_day_of_the_workshops_is_left_open(case: Case) -> None:
    assert case.held is None


def test_both_author_lines_are_kept(case: Case) -> None:
    assert [author.name for author in case.authors] == ["Apolline Sauvignet", "ekip"]


@pytest.mark.parametrize(
    "caution",
    [
        "as a City of Design, on 22 November 2010",
        "held on a 6 November with no year shown",
        "The name is Observatory of Public Sector Innovation",
        'a word is missing after "mutual"',
        "CCAC-VILLE, the framework in which portfolio 4 was to present its results in November "
        "2026, is not explained",
        "among the 14 organisations named there is no funder and no body of audiences or citizens",
        "Audience, geographical scope, region and resource type are blank",
        "Plans, not effects",
    ],
)
def test_a_doubt_is_told_in_a_note(caution: str, case: Case) -> None:
    assert caution in " ".join(case.editor_notes)
