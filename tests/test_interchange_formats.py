"""Every format: odd texts, names, libraries that are missing, and dates of reduced precision."""

from __future__ import annotations

import sys

import pytest

from newsparse import Article, UsageError, interchange
from newsparse.interchange.edtf import iso_dates, read_edtf

EVERY = sorted(
    name
    for name in interchange.__all__
    if name.startswith("to_") and name not in ("to_spacy", "to_pandas", "to_polars")
)


@pytest.mark.parametrize("name", EVERY)
def test_every_format_takes_odd_texts(name: str, odd_articles: list[Article]) -> None:
    for one in odd_articles:
        assert getattr(interchange, name)(one) is not None


@pytest.mark.parametrize("name", interchange.__all__)
def test_every_format_is_found_by_its_name(name: str) -> None:
    assert callable(getattr(interchange, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'to_docx'"):
        interchange.to_docx  # noqa: B018  # the look-up is what fails


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("to_spacy", "spacy", "spacy"),
        ("to_pandas", "pandas", "pandas"),
        ("to_polars", "polars", "polars"),
        ("to_arrow", "pyarrow", "arrow"),
    ],
)
def test_a_missing_library_is_told_with_its_extra(
    name: str, module: str, extra: str, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=rf"needs {module}; pip install 'newsparse\[{extra}\]'"):
        getattr(interchange, name)(article)


DAYS = {
    "2024-03-15": ("2024-03-15", "2024-03-15", "day", ("2024-03-15",)),
    "2024-02": ("2024-02-01", "2024-02-29", "month", ("2024-02",)),
    "2024": ("2024-01-01", "2024-12-31", "year", ("2024",)),
    "2024-W09": ("2024-02-26", "2024-03-03", "week", ("2024-W09",)),
    "2025-22": ("2025-06-01", "2025-08-31", "season", ("2025-06", "2025-08")),
    "2025-24": ("2025-12-01", "2026-02-28", "season", ("2025-12", "2026-02")),
    "199X": ("1990-01-01", "1999-12-31", "decade", ("1990", "1999")),
    "19XX": ("1900-01-01", "1999-12-31", "century", ("1900", "1999")),
    "2024-04/2024-06": ("2024-04-01", "2024-06-30", "interval", ("2024-04", "2024-06")),
    "2024-03-05/2024-03-07": ("2024-03-05", "2024-03-07", "interval", ("2024-03-05", "2024-03-07")),
    "../2024-03-05": (None, "2024-03-05", "interval", ()),
    "2024-03/..": ("2024-03-01", None, "interval", ()),
}


@pytest.mark.parametrize("value", DAYS)
def test_edtf_is_read_as_days_and_written_no_finer_than_it_is(value: str) -> None:
    earliest, latest, granularity, written = DAYS[value]
    found = read_edtf(value)
    assert found is not None
    days = [day and day.isoformat() for day in (found.earliest, found.latest)]
    assert (*days, found.granularity) == (earliest, latest, granularity)
    assert iso_dates(found.earliest, found.latest) == written


@pytest.mark.parametrize(
    "value", ["", "soon", "2024-02-31", "2024-13", "P3D", "XXXX-WXX-4", "2025/2024", "a/b/c", "0000"]
)
def test_what_is_no_edtf_is_none(value: str) -> None:
    assert read_edtf(value) is None
