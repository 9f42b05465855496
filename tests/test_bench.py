"""The benchmark runs, on a site of a few cases, and says a figure for each of its targets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "benchmarks" / "bench.py"


@pytest.mark.skipif(
    not any(map(shutil.which, ("chromium", "google-chrome")))
    and os.environ.get("CASEBOOK_BROWSER") != "required",
    reason="No Chromium is installed; on Debian: apt-get install chromium.",
)
def test_it_measures_what_it_promises(tmp_path):
    command = [sys.executable, str(BENCH), "--no-real", "--cases", "30", "--folder", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "Traceback" not in result.stderr, result.stderr
    for what in (
        "from opening search to ten results",
        "Material's index, same pages",
        "key to results, slowest",
        "first load of the explorer",
        "facet click to repaint",
        "data for each case",
    ):
        assert what in result.stdout
