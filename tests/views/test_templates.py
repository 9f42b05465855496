"""Templates escape what they print, and know no undefined name."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from casebank.views import templates
from casebank.views.templates import fragment, macros


def test_what_a_template_prints_is_escaped():
    crumbs = macros("macros.html")["crumbs"]

    assert '<span aria-current="page">&lt;b&gt; &amp; c</span>' in crumbs([("<b> & c", "")])


def test_markup_is_printed_as_it_is():
    crumbs = macros("macros.html")["crumbs"]

    assert '<span aria-current="page"><b>c</b></span>' in crumbs([(Markup("<b>c</b>"), "")])


def test_an_address_cannot_leave_its_attribute():
    crumbs = macros("macros.html")["crumbs"]

    assert 'href="” onclick=”x"' in crumbs([("a", '" onclick="x')])
    assert 'href="&lt;b&gt;"' in crumbs([("a", "<b>")])


def test_a_fragment_is_markup():
    assert isinstance(macros("macros.html")["invitation"]("Come."), Markup)


def test_a_name_that_a_template_does_not_know_is_an_error():
    with pytest.raises(UndefinedError):
        fragment("term.md")


def test_every_template_can_be_compiled():
    environment = templates._environment()

    names = environment.list_templates()

    assert "case.md" in names
    for name in names:
        environment.get_template(name)
