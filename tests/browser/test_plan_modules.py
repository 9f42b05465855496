"""The planner's own functions: address to plan, plan to warnings, counts and files."""

from __future__ import annotations

import csv
import io
import re

import pytest


def step(at_least=None, needs=(), produces=(), supplies=(), canvases=()):
    return {
        "at_least": at_least,
        "led_by": "Host",
        "needs": needs,
        "produces": produces,
        "supplies": supplies,
        "canvases": canvases,
    }


def block(key, minutes, title="", *, pause=False):
    name = key.partition(".")[0]
    return {
        "key": key,
        "step": None if pause else name,
        "pause": pause,
        "title": title or name.capitalize(),
        "minutes": minutes,
        "result": "" if pause else f"Result of {name}",
    }


def session(title, *blocks, days_later=0):
    return {"title": title, "start": "09:00", "days_later": days_later, "blocks": blocks}


TOOL = {
    "title": "Workshop",
    "usual": {"people": 24, "teams": 4},
    "most": {"people": 500, "teams": 100, "minutes": 480},
    "team": {"at_least": 5, "at_most": 7},
    "group": {"at_least": 20, "at_most": 30},
    "needs": ["brief"],
    "produces": ["map", "plan"],
    "artefacts": {"brief": "Brief", "map": "Map", "plan": "Plan"},
    "canvases": {"board": {"title": "Board", "per": "team", "count": 1, "size": "A2"}},
    "steps": {
        "open": step(needs=["brief"], supplies=[{"item": "Pads", "count": 1, "per": "person"}]),
        "map": step(
            30,
            produces=["map"],
            canvases=["board"],
            supplies=[
                {"item": "Pads", "count": 2, "per": "person"},
                {"item": "Timer", "count": 1, "per": "room"},
            ],
        ),
        "plan": step(20, needs=["map"], produces=["plan"]),
    },
    "formats": [
        {
            "id": "day",
            "title": "Day",
            "sessions": [
                session(
                    "Day",
                    block("open", 20),
                    block("map", 60, '=Map, "all" of it'),
                    block("break", 15, pause=True),
                    block("plan", 60),
                )
            ],
        },
        {
            "id": "halves",
            "title": "Halves",
            "sessions": [
                session("First half", block("open", 20), block("map", 60)),
                session("Second half", block("plan", 60), days_later=7),
            ],
        },
    ],
}
"""A day of 155 minutes; the same in two parts."""

ASK = """async ([tool, query, base]) => {
    const [model, checks, counts, files] = await Promise.all(
        ["model", "checks", "counts", "files"].map((name) => import(`${base}plan_${name}.js`)));
    const { choice, ignored } = model.read(query, tool);
    const plan = model.planOf(choice, tool);
    const dated = plan.sessions.every((one) => one.date);
    const address = model.write(choice, tool);
    return {
        ignored, plan, address,
        warnings: checks.warningsOf(plan, tool),
        supplies: counts.suppliesOf(plan), canvases: counts.canvasesOf(plan, tool),
        outcomes: counts.outcomesOf(plan, tool), table: files.tableOf(plan),
        calendar: dated && files.calendarOf(plan, tool, `https://site.example/plan/?${address}`),
    };
}"""


@pytest.fixture
def ask(page, base_url):
    """Return everything that follows from the query of an address."""
    page.goto(f"{base_url}about/")
    base = f"{base_url}assets/javascripts/"
    return lambda query, **more: page.evaluate(ASK, [{**TOOL, **more}, query, base])


def texts(answer):
    return [warning["text"] for warning in answer["warnings"]]


def begins(answer):
    return [
        f"{one['begins'] // 60:02}:{one['begins'] % 60:02}"
        for part in answer["plan"]["sessions"]
        for one in part["blocks"]
    ]


def test_the_usual_plan_has_an_empty_address_and_no_warning(ask):
    answer = ask("")

    assert (answer["address"], answer["warnings"]) == ("", [])
    assert begins(answer) == ["09:00", "09:20", "10:20", "10:35"]
    assert answer["plan"]["minutes"] == 155


@pytest.mark.parametrize(
    "address",
    [
        "start=08:30",
        "format=halves",
        "format=halves&start2=13:00&date=2027-03-04&date2=2027-03-05",
        "date=2028-02-29&people=30&teams=5",
        "minutes=open:15,break:20&without=plan",
    ],
)
def test_an_address_is_kept_as_it_is(ask, address):
    answer = ask(address)

    assert (answer["address"], answer["ignored"]) == (address, [])


@pytest.mark.parametrize(
    "address",
    ["start=09:00", "people=24&teams=4", "minutes=open:20", "format=day", "utm_source=mail"],
)
def test_what_is_usual_is_not_written(ask, address):
    assert ask(address)["address"] == ""


@pytest.mark.parametrize(
    ("address", "ignored"),
    [
        ("people=%3Cscript%3Ealert(1)%3C/script%3E", ["people"]),
        ("people=0", ["people"]),
        ("people=-5&teams=99999999999999999999", ["people", "teams"]),
        ("people=1e2", ["people"]),
        ("minutes=-5", ["minutes"]),
        ("minutes=open:-5", ["minutes"]),
        ("minutes=open:100000", ["minutes"]),
        ("minutes=constructor:5,__proto__:5", ["minutes"]),
        ("without=toString", ["without"]),
        ("format=__proto__", ["format"]),
        ("start=25:00", ["start"]),
        ("start=%00", ["start"]),
        ("date=2027-02-30", ["date"]),
        ("date=99999-01-01", ["date"]),
        ("minutes=&without=", ["minutes", "without"]),
    ],
)
def test_what_makes_no_sense_is_left_out_and_named(ask, address, ignored):
    answer = ask(address)

    assert (answer["address"], answer["ignored"]) == ("", ignored)
    assert answer["plan"]["minutes"] == 155


def test_a_later_part_is_held_as_many_days_later_as_we_advise(ask):
    parts = ask("format=halves&date=2027-12-30")["plan"]["sessions"]

    assert [part["date"] for part in parts] == ["2027-12-30", "2028-01-06"]


def test_a_dropped_block_takes_no_time(ask):
    answer = ask("without=map")

    assert begins(answer) == ["09:00", "09:20", "09:20", "09:35"]
    assert answer["plan"]["minutes"] == 95


@pytest.mark.parametrize(
    ("address", "warning", "remedy"),
    [
        (
            "minutes=plan:10",
            "“Plan” has 10 minutes, and needs at least 20.",
            "Lengthen it, or drop it.",
        ),
        (
            "without=map",
            "“Plan” needs “Map”, which no block before it leaves.",
            'Put “=Map, "all" of it” back, or drop this block too.',
        ),
        (
            "start=22:00",
            "The workshop ends at 00:35, after midnight.",
            "Begin earlier, or shorten blocks.",
        ),
        (
            "without=break",
            "From 09:00 to 11:20 there is no pause: 2 hours 20.",
            "Put “Break” back.",
        ),
        (
            "minutes=plan:121",
            "From 10:35 to 12:36 there is no pause: 2 hours 01.",
            "Shorten blocks, or agree a short break in one of them.",
        ),
        (
            "format=halves&minutes=plan:130",
            "“Second half”: from 09:00 to 11:10 there is no pause: 2 hours 10.",
            "Shorten blocks, or agree a short break in one of them.",
        ),
        (
            "teams=3",
            "Teams of 8 are too large.",
            "Teams of 5 to 7 work best: make it 4 teams.",
        ),
        (
            "people=30&teams=7",
            "Teams of 4 are too small.",
            "Teams of 5 to 7 work best: make it 5 or 6 teams.",
        ),
        (
            "people=40&teams=6",
            "40 people are many for this method.",
            "It is meant for 20 to 30.",
        ),
        (
            "format=halves&date=2027-03-04&date2=2027-03-03",
            "“Second half” begins before “First half” has ended.",
            "Choose a later date.",
        ),
        (
            "format=halves&date=2027-03-04&date2=2027-03-04",
            "“Second half” begins before “First half” has ended.",
            "Choose a later date.",
        ),
        ("format=halves&without=plan", "“Second half” has no block left.", "Put one back."),
    ],
)
def test_a_plan_that_may_not_work_says_why_and_what_mends_it(ask, address, warning, remedy):
    answer = ask(address)

    assert [(one["text"], one["remedy"]) for one in answer["warnings"]] == [(warning, remedy)]


def test_two_hours_without_a_pause_are_no_fault(ask):
    assert ask("minutes=plan:120")["warnings"] == []


def test_a_plan_may_end_at_midnight(ask):
    assert ask("start=21:25")["warnings"] == []


def test_what_lies_ready_before_the_day_is_not_missing(ask):
    assert ask("without=map", needs=["brief", "map"])["warnings"] == []


def test_more_teams_than_people_are_named(ask):
    assert "There are more teams than people." in texts(ask("people=3&teams=4"))


def test_numbers_that_make_no_good_teams_promise_none(ask):
    answer = ask("people=8&teams=1", group=None)

    assert [one["remedy"] for one in answer["warnings"]] == [
        "Teams of 5 to 7 work best, and 8 people do not divide so."
    ]


def test_things_are_counted_by_person_team_and_room(ask):
    answer = ask("people=30&teams=5")

    assert [(one["item"], one["number"]) for one in answer["supplies"]] == [
        ("Pads", 60),
        ("Timer", 1),
    ]
    assert [(one["title"], one["number"], one["size"]) for one in answer["canvases"]] == [
        ("Board", 5, "A2")
    ]


def test_what_a_dropped_block_would_use_and_make_is_not_counted(ask):
    answer = ask("without=map")

    assert [(one["item"], one["number"]) for one in answer["supplies"]] == [("Pads", 24)]
    assert answer["canvases"] == []
    assert answer["outcomes"] == {"there": ["Plan"], "lost": ["Map"]}


def test_the_table_is_read_by_programs_and_runs_no_formula(ask):
    text = ask("date=2027-03-04&without=open")["table"]
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert text.count("\r\n") == len(rows) + 1 == 4
    assert rows[0] == {
        "session": "Day",
        "date": "2027-03-04",
        "start": "09:00",
        "end": "10:00",
        "minutes": "60",
        "block": '\'=Map, "all" of it',
        "who_leads": "Host",
        "result": "Result of map",
    }


def events(text):
    """Read a calendar strictly: line ends, line lengths, nesting; return its events."""
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert not any("\n" in line or "\r" in line for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    found = []
    for line in unfolded[1:-1]:
        name, colon, value = line.partition(":")
        assert colon, line
        assert re.fullmatch("[A-Z]+", name), line
        if line == "BEGIN:VEVENT":
            found.append({})
        elif line != "END:VEVENT" and found:
            assert name not in found[-1], f"{name} stands twice"
            found[-1][name] = value
    assert "VERSION:2.0" in unfolded
    assert any(line.startswith("PRODID:") for line in unfolded)
    return found


def plain(value):
    """Return a text of a calendar as it was before it was escaped."""
    return re.sub(r"\\([\\;,nN])", lambda match: {"n": "\n"}.get(match[1].lower(), match[1]), value)


def test_the_calendar_has_an_event_for_each_part_in_local_time(ask):
    found = events(ask("format=halves&date=2027-03-04&start2=13:30")["calendar"])

    assert [(one["DTSTART"], one["DTEND"]) for one in found] == [
        ("20270304T090000", "20270304T102000"),
        ("20270311T133000", "20270311T143000"),
    ]
    assert {one["DTSTAMP"] for one in found} == {"20270304T000000Z"}
    assert [one["SUMMARY"] for one in found] == ["Workshop: First half", "Workshop: Second half"]


def test_an_event_holds_its_blocks_and_the_way_back_to_the_plan(ask):
    (event,) = events(ask("date=2027-03-04&without=break")["calendar"])
    lines = plain(event["DESCRIPTION"]).split("\n")

    assert lines[0] == "Thursday 4 March 2027, 24 people in 4 teams"
    assert lines[2:6] == [
        "09:00 Open (20 minutes, Host)",
        '09:20 =Map, "all" of it (1 hour, Host)',
        "10:20 Plan (1 hour, Host)",
        "11:20 End",
    ]
    assert lines[-1] == "The plan: https://site.example/plan/?date=2027-03-04&without=break"


def names(ask, address):
    return [event["UID"] for event in events(ask(address)["calendar"])]


@pytest.mark.parametrize(
    "change", ["start=08:30", "people=30&teams=5", "minutes=open:15&without=break"]
)
def test_a_plan_that_was_changed_replaces_its_event_in_a_calendar(ask, change):
    assert names(ask, f"date=2027-03-04&{change}") == names(ask, "date=2027-03-04")


def test_a_later_part_that_was_moved_keeps_its_name(ask):
    first = names(ask, "format=halves&date=2027-03-04")

    assert names(ask, "format=halves&date=2027-03-04&date2=2027-03-20") == first
    assert len(set(first)) == 2


def test_another_date_format_or_method_has_another_name_in_a_calendar(ask):
    others = [names(ask, one) for one in ("date=2027-03-05", "format=halves&date=2027-03-04")]
    titled = events(ask("date=2027-03-04", title="Another")["calendar"])[0]["UID"]

    first = names(ask, "date=2027-03-04")[0]
    assert len({first, titled, *(one[0] for one in others)}) == 4
    assert re.fullmatch(r"[0-9a-f]{8}-1@site\.example", first)


def test_letters_of_several_bytes_are_never_cut(ask):
    title = "Košice — čo ďalej? 🎭 " * 12
    (event,) = events(ask("date=2027-03-04", title=title)["calendar"])

    assert plain(event["SUMMARY"]) == f"{title}: Day"


def test_a_day_that_ends_after_midnight_ends_on_the_next(ask):
    (event,) = events(ask("date=2027-12-31&start=23:00")["calendar"])

    assert event["DTEND"] == "20280101T013500"
