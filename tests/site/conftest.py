"""Fixtures: the API of the built site."""

from __future__ import annotations

import pytest

from tests.api_reading import Api


@pytest.fixture(scope="session")
def api(site):
    """The files of the API, parsed."""
    return Api(site)
