"""Every fact of the Amiens report that belongs in the case stands in its file.

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

FILE = Path(__file__).parents[2] / "cases" / "amiens-cci-strategy.md"

FACTS = {
    # The review and its report
    "title": "Economic development and innovation strategy for cultural and creative industries",
    "days": "held: 2024-11-20/2024-11-21",
    "publisher": "publisher: Interreg Europe Policy Learning Platform",
    "number of recommendations": "21 recommendations",
    "number of examples": "8 local examples",
    "number of actions": "a plan of 12 actions",
    "public page": "expert-support-reports/developing-cultural-creative-industry-strategy",
    # The territory
    "municipalities": "39 municipalities",
    "rural": "Apart from Amiens itself most of them are rural",
    "inhabitants of the metropolis": "Almost 180,000 people",
    "inhabitants of the city": "around 130,000 of them in the city",
    "three capitals": "between Paris, London and Brussels",
    "an hour": "Lille, Rouen and Île-de-France can each be reached in an hour",
    "what it offers": "comfortable to live in, affordable for firms that look for property",
    "ranking": "UNEP, the national union of landscape firms",
    "ten greenest": "among the ten greenest metropolitan areas of the country",
    "green space": "281 hectares of green space",
    "forest": "300 of forest",
    "horticulture": "300 of horticulture",
    "marsh": "30 of marsh",
    "flowers": "8.5 in flower",
    "waterways": "65 km of waterways beside the river",
    "wetlands": "RAMSAR label for the care of its wetlands",
    "UNESCO heritage": "no other French town has as much to show in UNESCO heritage",
    "national label": "since 1992 Amiens has borne the national title of City of Art and History",
    "label in French": "Ville d'Art et d'Histoire",
    "cathedral": "the cathedral Notre-Dame d'Amiens",
    "Chroma": "screen of Chroma, a video mapping show that the report calls biannual",
    "zoo": "the zoological park",
    "gardens": "the Hortillonnages, the floating gardens",
    "young": "The population is young",
    "courses": "More than 320 courses",
    "students": "nearly 31,500 students",
    "laboratories": "nearly 40 laboratories",
    "researchers": "about a thousand researchers",
    "reach": "innovation whose reach is national and international",
    # The plans
    "fields": "in business, innovation, research and culture",
    "plan for research": "Metropolitan Plan for Higher Education, Research and Innovation",
    "plans for culture": "Metropolitan Plans for Structuring Artistic and Cultural Industries",
    "visual arts": "the plastic and visual arts come to the fore",
    "years of the plans": "from 2021 to 2026, the period of the political mandate",
    "how plans were made": "drawn up together with the stakeholders of the area",
    "gap in the plans": "The CCIs are only partly visible in these plans",
    "study": "A study of 2023",
    "image first": "It starts from the image and looks outwards",
    "what links should bring": "new styles and new skills in enterprise",
    "three other fields": "digital technology, health and energy self-sufficiency",
    "vote": "voted it in September 2024",
    # The creative sector
    "establishments": "680 local establishments",
    "kinds of establishments": "from firms to associations and schools",
    "jobs": "nearly 1,500 direct jobs",
    "festivals": "Six festivals are known in the region, the country or abroad",
    "film festival": "Amiens International Film Festival",
    "comics festival": "Les Rendez-Vous de la Bande Dessinée",
    "street art festival": "IC.OC.NIC",
    "first laboratory": "Center for Research in Arts and Aesthetics",
    "second laboratory": "Digital Modelling, Information, System laboratory",
    "four schools": "Four establishments of higher education",
    "their subjects": "animation and video games",
    "university": "Université de Picardie Jules Verne (UPJV)",
    "school of art": "École supérieure d'art et de design (ESAD)",
    "business school": "the business school ESC",
    "communication school": "the communication school Sup de Com",
    # The platform
    "platform": "Plateforme Innovante des Images et de la Création",
    "platform in English": "Innovative Images and Creation Platform",
    "short form": "PI²C",
    "foundation and part": "rests on a building that is at the same time a part of it",
    "building": "the former postal sorting centre of Amiens",
    "renovation": "already under renovation",
    "conversion": "in 2027 its conversion was to turn it into a centre of excellence for the image",
    "first operator": "**Waide Somme**, an art school for the moving image and graphic design",
    "second operator": "**Pôle BD Amiens / Hauts-de-France**, an association for comics",
    "resource centre": "which has a resource centre",
    "third operator": "**Fonds Régional d'Art Contemporain (FRAC) Picardie Hauts-de-France**",
    "only one": "no other FRAC in the country is dedicated to contemporary drawing",
    "support around it": "tied to culture, business, research and innovation in the area",
    "catalyst": "the platform would work as a catalyst",
    # Why a review
    "some solved": "The roadmap had solved some problems and left others open",
    "hope": "places in Europe that had done well",
    "own the roadmap": "Make the roadmap everybody's own",
    "compartments": "an ecosystem that is already there but works in separate compartments",
    "bridge": "Let the PI²C connect the cultural operators",
    "other industries": "creative industries other than those of the image",
    "other sectors": "Use the CCIs to help other parts of the economy grow",
    "levers": "practical ways to bring innovative CCI projects into being",
    "marketing": "Build a consistent marketing strategy on the CCIs",
    "tourism": "Give the CCIs a main place in the tourism strategy",
    "sight": "turning the PI²C into something visitors come to see",
    # Who took part
    "Austrian expert": "name: Austria Wirtschaftsservice",
    "second Austrian expert": "name: into Projects",
    "Italian expert": "name: Friuli Venezia Giulia Autonomous Region",
    "second Italian expert": "name: Municipality of Bologna and University of Bologna",
    "platform staff": "Thematic Expert, Smarter Europe (two people)",
    "manager": "Thematic Manager",
    "intern": "- Intern",
    "national authority": "- National authority",
    "national contact": "- National contact point",
    "regional contact": "- Regional contact point",
    "president": "- President",
    "vice-president": "Vice-President, Culture and Heritage",
    "deputy director": "Deputy managing director, attractiveness of the territory",
    "higher education": "Head of mission, higher education, research and innovation",
    "culture department": "Head of the culture and heritage department",
    "economy": "Head of Economic Development",
    "economy, deputy": "Deputy Head of Economic Development",
    "tourism department": "Head of the tourism department",
    "digital officer": "Policy officer, digital economic ecosystem",
    "research officer": "Policy officer, research and innovation",
    "art collection": "name: Fonds régional d'art contemporain (FRAC) Picardie",
    "comics centre": "name: On a Marché sur la Bulle, Hauts-de-France Comics Centre",
    "school": "name: École supérieure d'art et de design (ESAD)",
    "incubator": "name: innov'a",
    "producer": "name: Miyu Productions",
    "image agency": "name: Pictanovo",
    "Region": "name: Région Hauts-de-France",
    "festival": "name: Rencontres audiovisuelles",
    "chamber": "name: Chambre de commerce et d'industrie Amiens-Picardie",
    # General recommendations
    "commitment": "commit itself clearly to the strategy",
    "not from above": "not be laid down from the top",
    "the willing": "Begin with the actors who showed interest at the start",
    "indicators": "by concrete indicators",
    "European projects": "first and foremost through European projects",
    "experiments": "an ideal setting for experiments",
    # Governance
    "needs": "Learn in depth who the actors are, and work from what they need",
    "coordinator": "coordinator of the ecosystem",
    "roles": "within the authority and beyond it",
    "co-creation": "Make co-creation the core of how the strategy is put into practice",
    "partnerships": "the way into new partnerships and towards money",
    "working groups": "Working groups by theme",
    "business clubs": "business clubs and the networking events",
    "programme of events": "A programme of events",
    # Innovation
    "definition": "a definition of innovation that is wide",
    "potential": "Make the potential of the CCIs for innovation better known",
    "leading": "among the leaders in innovation",
    "across sectors": "a clear process that is guided and facilitated",
    "dedicated funding": "Set up funding reserved for innovation",
    "dedicated places": "where the actors can come together and create",
    "traditional sectors": "CCIs and firms from traditional sectors",
    "vouchers": "seed vouchers",
    # Attractiveness
    "measure": "what culture does for the local economy",
    "other effects": "such as well-being and its pull on visitors",
    "consistent": "Keep the goal and the actions chosen to reach it in line",
    "appeal": "the cultural appeal of the area and the growth of its CCIs belong together",
    "heritage": "Encourage links between the heritage of the area and its CCIs",
    "institutions": "how cultural institutions and the most important local players see things",
    "film shoots": "bringing film shoots to the area",
    "trails": "the cultural trails that the area already has",
    "offers": "Closer cooperation of tourism, cultural players and CCIs",
    # Axis 1
    "meetings": "Meet local players from culture, business and training regularly",
    "afterworks": "three or four a year, the first on 19 March 2025",
    "launch": "June 2025: an event that launches and announces",
    "more meetings": "Late 2025 or early 2026: more such events, on a precise calendar",
    "map": "Map the players in every CCI of the area and keep the map up to date",
    "regional strategy": "regional strategy of Hauts-de-France for culture and CCIs",
    "visits": "January to March 2025: the region's main CCI agencies visit the area",
    "regional group": "working group for CCIs as a strategic business area",
    "subsidies": "so that subsidies serve the cultural ambitions of Amiens Métropole",
    "survey": "March 2025: survey and analysis have begun",
    "review of subsidies": "2026: the review itself is to start",
    # Axis 2
    "support model": "Settle how innovative CCI projects are to be supported",
    "date of the model": "to be complete by mid-2025",
    "property": "Arrange the property on offer in the area so that it suits CCI firms",
    "incubators": "existing business incubators could take in CCI projects",
    "free space": "Promote the free space to firms that think of settling in Amiens",
    "space in the platform": "From 2026: look ahead to filling the future business premises",
    "facilities": "List the facilities that CCI firms could use",
    "drawing": "through the PI²C for drawing and image trades",
    "business models": "start to change their business models",
    "consultancy": "days of consultancy for these bodies",
    "date of the advice": "Late 2025 or early 2026: to be put into practice",
    "training and research": "how far training and research in the CCI fields could be developed",
    # Axis 3
    "marketing strategy": "Work out a marketing strategy for the CCIs and around them",
    "first materials": "Early 2025: first communication materials are produced",
    "story": "a story of what the area wants to become",
    "date of the marketing": "By the end of 2025: a clear communication strategy",
    "European networks": "joining national and European networks",
    "Dortmund": "joint work with twin cities, Dortmund above all",
    "review as a means": "use of the peer review itself",
    "welcome programme": "a stay with visits and meetings",
    "destination": "a destination for culture and creation, beyond heritage alone",
    # Conclusions of the host
    "timing": "judges the exercise well timed",
    "gradual work": "Months of gradual work had led to the strategy",
    "roadmap redrawn": "partly redrew its roadmap and made it clearer",
    "nucleus": "the nucleus of a network to come",
    "had not met": "not all of whom had met before",
    "experts": "The experts, attentive, professional and keen on the subject",
    "European contacts": "European projects may grow from them one day",
    "thanks": "thanks the teams of Interreg Europe and its platform",
    "stay in touch": "to follow together how its CCI project advances",
}

ACTIONS = {
    "AM-X1.1": ("Gather", 1, "in-progress"),
    "AM-X1.2": ("Gather", 2, "in-progress"),
    "AM-X1.3": ("Gather", 3, "in-progress"),
    "AM-X1.4": ("Gather", 4, "in-progress"),
    "AM-X2.1": ("Support", 1, "in-progress"),
    "AM-X2.2": ("Support", 2, "unknown"),
    "AM-X2.3": ("Support", 3, "unknown"),
    "AM-X2.4": ("Support", 4, "planned"),
    "AM-X2.5": ("Support", 5, "planned"),
    "AM-X3.1": ("Influence", 1, "in-progress"),
    "AM-X3.2": ("Influence", 2, "in-progress"),
    "AM-X3.3": ("Influence", 3, "planned"),
}
"""Axis, priority and status, as at the date of the report."""

KEY_FIGURES = [
    *("39", "almost 180,000", "680", "nearly 1,500", "nearly 31,500", "2027"),
    *("around 130,000", "1 hour", "one of the ten", "281 hectares", "300 hectares"),
    *("300 hectares", "30 hectares", "8.5 hectares", "65 km", "1st", "since 1992"),
    *("more than 320", "nearly 40", "about 1,000", "6", "2", "4", "3"),
]

PEOPLE = {
    "peer-expert": 4 + 7,
    "local-authority": 10,
    "regional-national": 1,
    "cci": 3,
    "business": 1,
    "academia": 1,
    "intermediary": 4,
}
"""Positions by group: four experts, seven people of the programme, ten of the host, ten others."""


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


def test_key_figures_keep_the_qualifiers_of_the_report(case: Case) -> None:
    assert [figure.value for figure in case.key_figures] == KEY_FIGURES


@pytest.mark.parametrize(("id_", "expected"), ACTIONS.items())
def test_action_has_its_axis_priority_and_status(
    id_: str, expected: tuple[str, int, str], case: Case
) -> None:
    (action,) = (one for one in case.actions if one.id == id_)
    assert (action.axis, action.priority, action.status) == expected


def test_an_unsure_row_of_the_damaged_table_says_so(case: Case) -> None:
    assert [one.id for one in case.actions if one.note] == ["AM-X2.2", "AM-X2.3", "AM-X2.5"]


@pytest.mark.parametrize(
    ("group", "number"),
    [
        ("Governance and functioning", 4),
        ("Innovation and economic benefits", 2),
        ("Attractiveness", 2),
    ],
)
def test_challenges_of_a_group_are_complete(group: str, number: int, case: Case) -> None:
    assert sum(one.group == group for one in case.challenges) == number


@pytest.mark.parametrize(("group", "number"), PEOPLE.items())
def test_positions_of_a_group_are_complete(group: str, number: int, case: Case) -> None:
    (found,) = (one for one in case.stakeholders if one.group == group)
    roles = [role for organisation in found.organisations for role in organisation.roles]
    assert sum(2 if role.endswith("(two people)") else 1 for role in roles) == number


def test_thirty_one_people_are_counted_and_none_is_named(case: Case) -> None:
    assert sum(PEOPLE.values()) == 31
    assert case.authors == ()
    assert case.quotes == ()


@pytest.mark.parametrize(
    ("organisation", "country"),
    {
        "Austria Wirtschaftsservice": "AT",
        "into Projects": "AT",
        "Friuli Venezia Giulia Autonomous Region": "IT",
        "Municipality of Bologna and University of Bologna": "IT",
    }.items(),
)
def test_an_expert_came_from_abroad(organisation: str, country: str, case: Case) -> None:
    (peers,) = (one for one in case.stakeholders if one.group == "peer-expert")
    (found,) = (one for one in peers.organisations if one.name == organisation)
    assert (found.country, found.roles) == (country, ("Peer expert",))


def test_no_funder_and_no_citizens_took_part(case: Case) -> None:
    assert not {"funder", "civil-society"} & {one.group for one in case.stakeholders}


def test_area_and_territory(case: Case) -> None:
    assert case.areas == ("cci-strategy",)
    assert case.scope == "metropolitan"
    assert (case.place.region, case.place.country) == ("Hauts-de-France", "FR")


def test_the_case_is_not_placed_on_the_opsi_facets(case: Case) -> None:
    assert case.opsi.assessed_by == "not-assessed"
    assert case.opsi.facets == ()


@pytest.mark.parametrize(
    "caution",
    [
        'Lost heading: "attractiveness" is missing twice',
        "Damaged table: on the axis Support the rows have slipped",
        "680 establishments: local in the report [^report], regional on the city's page",
        "the city's page gives the day, 26 September 2024",
        "works until spring 2028, at EUR 36 million, for over 11,000 m²",
        "A trade paper spoke of 2029",
        "Pic or PIC in local use",
        "CCI also stands for a chamber of commerce and industry",
        "the report lists 31 people by name",
        "three of the four experts also served the review for Région Provence-Alpes-Côte d'Azur",
        "no funder and no citizens' organisation",
        "Nothing in the report proves an effect",
    ],
)
def test_a_doubt_is_told_in_a_note(caution: str, case: Case) -> None:
    assert caution in " ".join(case.editor_notes)


def test_noise_of_the_damaged_text_is_not_repeated(text: str) -> None:
    assert "Oliver" not in text
