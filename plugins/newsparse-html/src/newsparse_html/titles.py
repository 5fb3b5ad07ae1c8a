"""Titles without the name of the site, and authors' names without the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import unescape

from newsparse.lexicon import load_words

__all__ = ["clean_title", "find_byline", "is_job", "is_title_of", "plain", "split_authors", "squeeze"]

LONGEST_BYLINE = 100
LONGEST = 1_000
"""What a page calls its title is cut here, in characters."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_BREAK = re.compile(r"\s+[|•·»–—-]\s+|\s*\|\s*")
_BY = re.compile(
    r"(?i)^(?:(?:written|reported|story|words|text|analysis|opinion|review|posted) )?by[:\s]\s*"
    r"|^(?-i:Von|Par|Por|Di|Door|von|par|por|di|door)\s+(?-i:(?=[A-ZÀ-Þ]))"
)
_AND = re.compile(r"\s*[,;|]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|&|with)\s+")
_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,4}[^\W\d_][\w'’.-]*")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NO_NAME = re.compile(r"https?:|www\.|@|[{}<>=]")


def squeeze(text: str) -> str:
    """Give letters and digits alone, in lower case: `The Guardian` and `theguardian` are the same."""
    return "".join(character for character in text.lower() if character.isalnum())


def plain(text: str) -> str:
    """Give text without entities, tags and double white space; pages escape twice and mark up what they should not."""
    return " ".join(_TAG.sub("", unescape(unescape(text[:LONGEST]))).replace("\u00ad", "").split())


def clean_title(title: str, sites: Iterable[str] = (), heads: Iterable[str] = ()) -> str:
    """Strip the site's name and section from a title, as in `Ships return | World | The Daily Page`.

    A piece goes when it is the name of the site or of its host, and with it the pieces beyond; where what stands before
    a `|` or a dash is word for word one of the page's headings, all beyond it goes.
    """
    title = plain(title)
    names = {squeeze(site).removeprefix("the") for site in sites} - {""}
    wanted = {squeeze(head) for head in heads} - {""}
    if squeeze(title) in wanted:
        return title
    cuts = [match.span() for match in _BREAK.finditer(title)]
    for start, _end in cuts:
        if squeeze(title[:start]) in wanted:
            return title[:start].strip()
    kept = len(title)
    pieces = [0, *(end for _start, end in cuts)]
    ends = [*(start for start, _end in cuts), len(title)]
    for number in range(len(pieces) - 1, 0, -1):
        if squeeze(title[pieces[number] : ends[number]]).removeprefix("the") in names:
            kept = ends[number - 1]
    if kept == len(title) and cuts and squeeze(title[: ends[0]]).removeprefix("the") in names:
        return title[pieces[1] :].strip()
    return title[:kept].strip() or title


@cache
def _jobs() -> frozenset[str]:
    return load_words("newsparse_html", "en", "jobs.txt")


def is_job(text: str) -> bool:
    """Tell whether a part of a byline says what somebody is, as `Chief Political Correspondent`."""
    return any(word in _jobs() for word in text.lower().split())


def is_title_of(head: str, titles: Iterable[str]) -> bool:
    """Tell whether a heading may be another wording of one of `titles`: they share a word of five letters."""
    words = _long_words(head)
    return any(words & _long_words(title) for title in titles)


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text.lower()))


def split_authors(text: str) -> list[str]:
    """Give the names a byline holds: `By Ann Lee, Harbour Editor and Bo Day` is two; an address is none."""
    text = _BY.sub("", plain(text)).strip(" ,.|")
    if not text or len(text) > 300 or _NO_NAME.search(text):
        return []
    parts = [part.strip() for part in _AND.split(text) if part.strip()]
    names = [part for part in parts if _NAME.fullmatch(part) and not is_job(part)]
    if names and (len(names) > 1 or parts[0] == names[0]):
        return names
    return [text] if len(text) <= 80 else []


def find_byline(texts: Iterable[str]) -> list[str]:
    """Find the first line that is a byline, as `By Ann Lee, Harbour Editor`, and give its names."""
    for text in texts:
        if len(text) < LONGEST_BYLINE and (by := _BY.match(text)) and text[by.end() : by.end() + 1].isupper():
            names = [name for name in split_authors(text) if _NAME.fullmatch(name)]
            if names:
                return names
    return []
