"""Write the reference page of the rules: `python -m newsparse_dates.reference > docs/reference/date-rules.md`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from newsparse_dates.daterules import DateRule
from newsparse_dates.find import find_dates
from newsparse_dates.grammar import LANGUAGES, load_grammar

__all__ = ["PUBLISHED", "reference_page"]

PUBLISHED = dt.date(2024, 8, 15)
"""The day on which the examples of the rules are published, a Thursday."""
NAMES = {"en": "English", "de": "German"}
HEAD = """# Date rules

Every rule of `newsparse-dates`, in its order of precedence, with its first example: what it finds stands in square
brackets, with the value it gets in an article published on Thursday, 15 August 2024. The name is what
`found_by` tells. This page is written by `python -m newsparse_dates.reference`; the tests hold it to the rules.
"""


def reference_page() -> str:
    """Give the page as Markdown."""
    return "\n".join([HEAD, *(line for language in LANGUAGES for line in _section(language))]) + "\n"


def _section(language: str) -> Iterator[str]:
    rules = load_grammar(language).rules
    yield f"## {NAMES.get(language, language)}\n"
    yield f"{len(rules)} rules.\n"
    yield "| rule | type | example | value |"
    yield "|---|---|---|---|"
    yield from (_row(rule, language) for rule in rules)
    yield ""


def _row(rule: DateRule, language: str) -> str:
    example = rule.rule.examples[0]
    plain = example.replace("[", "").replace("]", "")
    found = find_dates(plain, PUBLISHED, language=language)
    mods = {one.mod for one in found if one.mod and one.text in example}
    value = rule.values[0] + (f" ({min(mods)})" if mods else "") if rule.means != "none" else "no date"
    kind = {"none": "–", "before": "modifier", "after": "modifier"}.get(rule.means, rule.type)
    return f"| `{rule.name}` | {kind} | {_escaped(example)} | {value} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("[", "\\[").replace("]", "\\]")


if __name__ == "__main__":
    print(reference_page(), end="")
