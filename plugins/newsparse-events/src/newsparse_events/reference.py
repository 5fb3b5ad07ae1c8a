"""Write the reference page: `python -m newsparse_events.reference > docs/reference/event-types.md`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from newsparse.lexicon import load_table
from newsparse.models import Status
from newsparse_events.find import TYPE_MARGIN
from newsparse_events.kinds_of_event import TYPES
from newsparse_events.vocabulary import entries

__all__ = ["examples", "reference_page"]

HEAD = f"""# Event types and statuses

What `newsparse-events` tells of an event, with an example: the trigger stands in square brackets. This page is written
by `python -m newsparse_events.reference`; the tests hold it to the data and the examples to what is found.

## Types

The types are those of PLOVER, an ontology for political events. A type is given when its probability stands
{TYPE_MARGIN} above that of the next one and above that of no type; `EventsPlugin(type_margin=…)` sets another margin.
Accidents, crimes, disasters and everything else have no type. The words are the verbs and nouns that make an
event of the type by themselves; what governs them can change it, as `will` makes an attack a threat.
"""
STATUSES = """## Statuses

"""
_WORDS = 12


@cache
def examples() -> dict[str, tuple[str, str]]:
    """Give, by type and status, what it means and an example with its trigger in square brackets."""
    return {name: (row[0], row[1]) for name, row in load_table("newsparse_events", "en", "examples.tsv").items()}


def reference_page() -> str:
    """Give the page as Markdown."""
    return "\n".join([HEAD, *_types(), "", STATUSES.rstrip(), "", *_statuses()]) + "\n"


def _types() -> Iterator[str]:
    yield "| type | means | example | words |"
    yield "|---|---|---|---|"
    for name in TYPES:
        means, example = examples()[name]
        words = sorted({one.lemma for one in entries().values() if name in (one.verb_type, one.noun_type)})
        shown = ", ".join(words[:_WORDS]) + (f" and {len(words) - _WORDS} more" if len(words) > _WORDS else "")
        yield f"| `{name}` | {means} | {_escaped(example)} | {shown or '–'} |"


def _statuses() -> Iterator[str]:
    yield "| status | means | example |"
    yield "|---|---|---|"
    for name in get_args(Status):
        means, example = examples()[name]
        yield f"| `{name}` | {means} | {_escaped(example)} |"


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")


if __name__ == "__main__":
    print(reference_page(), end="")
