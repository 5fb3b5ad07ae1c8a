"""Parse an article and print every fact with the offsets it points at."""

from __future__ import annotations

import argparse
import signal
import sys
from importlib.resources import files
from pathlib import Path

import newsparse

BUNDLED = "2023-03-16"
"""Publication date of the bundled article, which is made up."""


def main() -> int:
    """Parse the bundled article, or the file that is named."""
    ask = argparse.ArgumentParser(prog="python -m newsparse.example", description=__doc__)
    ask.add_argument("file", nargs="?", type=Path, help="a text file; without one, the bundled article")
    ask.add_argument("--published", help="publication date, as 2024-08-15")
    options = ask.parse_args()

    # A source is a str, bytes, a path or a mapping; `published` is what 'on Tuesday' is resolved against.
    source = options.file or files("newsparse.example").joinpath("article.txt").read_text("utf-8")
    published = options.published or (None if options.file else BUNDLED)
    try:
        article = newsparse.parse(source, published=published)
    except newsparse.NewsparseError as error:
        print(f"newsparse: {error}", file=sys.stderr)
        return 2

    # Every fact has a span: half-open offsets into article.text, which never changes.
    def place(span: newsparse.Span) -> str:
        return f"[{span.start}:{span.end}]"

    print(f"{article.title}\n")

    print("Left out of the body:")
    for block in article.blocks:
        if block.kind in ("read_more", "promo", "advert", "nav"):
            print(f"  {place(block.span):<12} {block.kind}: {block.span.of(article.text)}")

    print("\nWho said what:")
    for quote in article.quotes:
        speaker = quote.speaker
        who = (speaker.name or speaker.text) if speaker else "nobody named"
        role = f" ({speaker.role})" if speaker and speaker.role else ""
        said_on = f" on {quote.said_on.value}" if quote.said_on else ""
        print(f"  {place(quote.spans[0]):<12} {who}{role}{said_on}, {quote.kind}: {quote.text}")

    print("\nWhat happened when:")
    for happening in article.timeline():
        event = happening.events[0]
        who = ", ".join(participant.text for participant in event.participants)
        print(f"  {place(event.trigger):<12} {happening.when.value}: {event.trigger.of(article.text)} — {who or '?'}")

    print("\nDates in the text:")
    for date in article.dates:
        print(f"  {place(date.span):<12} {date.text!r} is {date.value}, found by {date.found_by}")

    print("\nWho is in the story:")
    for entity in article.entities:
        mentions = ", ".join(mention.text for mention in entity.mentions)
        print(f"  {entity.id:<4} {entity.name} ({entity.role or entity.kind}): {mentions}")

    for problem in article.problems:
        print(f"problem: {problem}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # `… | head` ends the example quietly
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
