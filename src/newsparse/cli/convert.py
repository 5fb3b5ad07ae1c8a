"""`newsparse convert`: articles from one format to another."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from newsparse import interchange
from newsparse.article import Article
from newsparse.cli.options import parser_from, parser_options, read_input
from newsparse.errors import UsageError
from newsparse.interchange.extras import load_extra
from newsparse.interchange.json import FORMAT, from_dict
from newsparse.parser import Parser

__all__ = ["convert"]


Make = Callable[[Article], Any]


def _one_text(make: Make, articles: Sequence[Article]) -> str:
    if len(articles) != 1:
        raise UsageError(f"convert: this format takes one article a file, these are {len(articles)}; convert each")
    return f"{make(articles[0])}".rstrip("\n") + "\n"


def _text_lines(make: Make, articles: Sequence[Article]) -> str:
    return "".join(f"{make(article)}\n" for article in articles)


def _object(make: Make, articles: Sequence[Article]) -> str:
    """Write one article as an object, several as a list."""
    return _dumped(make(articles[0])) if len(articles) == 1 else _list(make, articles)


def _list(make: Make, articles: Sequence[Article]) -> str:
    return _dumped([make(article) for article in articles])


def _records(make: Make, articles: Sequence[Article]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for article in articles for one in make(article))


def _together(make: Callable[[Sequence[Article]], str], articles: Sequence[Article]) -> str:
    return make(articles)


def _spacy(make: Make, articles: Sequence[Article]) -> bytes:
    tokens = load_extra("spacy.tokens", "spacy", "--to spacy")
    made: bytes = tokens.DocBin(docs=map(make, articles), store_user_data=True).to_bytes()
    return made


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, tuple[Callable[[Any, Sequence[Article]], str | bytes], str]] = {
    "json": (_one_text, "to_json"),
    "jsonl": (_text_lines, "to_json"),
    "schema.org": (_object, "to_schema_org"),
    "ninjs": (_object, "to_ninjs"),
    "web-annotation": (_object, "to_web_annotations"),
    "timeml": (_one_text, "to_timeml"),
    "plover": (_records, "to_plover"),
    "icalendar": (_together, "to_icalendar"),
    "spacy": (_spacy, "to_spacy"),
    "displacy": (_object, "to_displacy"),
    "brat": (_one_text, "to_brat"),
    "label-studio": (_list, "to_label_studio"),
    "csv": (_together, "to_csv"),
}
"""Name of a format to how articles are put into a file, and to the function of `newsparse.interchange` for one."""
CONFIGURATIONS = {"brat": "brat_config", "label-studio": "label_studio_config", "json": "article_schema"}
"""What stands beside a format: annotation.conf, the labelling configuration, the JSON Schema."""


@click.command()
@click.argument("files", metavar="ARTICLE…", nargs=-1)
@click.option("--to", "form", type=click.Choice([*FORMATS]), required=True, help="The format to write.")
@click.option("-o", "--output", metavar="FILE", help="The file to write; standard output without it.")
@click.option("--table", default="quotes", show_default=True, help="With csv: which of the tables.")
@click.option(
    "--of", "original", metavar="JSON", help="For a .ann or Label Studio file: the article it was written from."
)
@click.option(
    "--config", is_flag=True, help="Write what stands beside the format: brat's annotation.conf and the like."
)
@click.option("--published", metavar="DATE", help="Publication date of the texts that are parsed, ISO 8601.")
@parser_options
def convert(
    files: tuple[str, ...],
    form: str,
    output: str | None,
    table: str,
    original: str | None,
    config: bool,
    published: str | None,
    **plugins: Any,
) -> None:
    """Convert articles: parsed ones (.json, .jsonl), corrected ones (.ann, Label Studio's .json), or texts.

    Texts are parsed first, with the options below.
    """
    if config:
        if form not in CONFIGURATIONS:
            raise UsageError(f"convert: --config has nothing for {form}; known: {', '.join(CONFIGURATIONS)}")
        made = getattr(interchange, CONFIGURATIONS[form])()
        _write(made if isinstance(made, str) else _dumped(made), output)
        return
    if not files:
        raise UsageError("convert: no article; name files, or - for standard input")
    parser = parser_from(**plugins)
    articles = [article for name in files for article in _articles(parser, name, published, original)]
    put, make = FORMATS[form]
    _write(interchange.to_csv(articles, table) if form == "csv" else put(getattr(interchange, make), articles), output)


def _articles(parser: Parser, name: str, published: str | None, original: str | None) -> Iterator[Article]:
    """Read the articles of a file by what is in it."""
    source = read_input(name)
    suffix = Path(name).suffix if name != "-" else ""
    if suffix == ".ann":
        ann = Path(name).read_text("utf-8")
        yield interchange.from_brat(ann, _original(original, None) or _text_beside(Path(name)))
        return
    data = source if isinstance(source, bytes) else source.read_bytes() if suffix in (".json", ".jsonl") else b""
    found = _json_values(data) if data.lstrip()[:1] in (b"{", b"[") else None
    if not found:
        yield parser.parse(source, published=published)
        return
    for one in found:
        if isinstance(one, dict) and one.get("format") == FORMAT:
            yield from_dict(one)
        elif isinstance(one, dict) and "data" in one:
            yield interchange.from_label_studio(one, _original(original, one["data"].get("id")))
        elif isinstance(one, dict) and "text" in one:
            yield parser.parse(one, published=published)
        else:
            raise UsageError(f"convert: {name} holds no articles; give newsparse's JSON, Label Studio's, or texts")


def _json_values(data: bytes) -> list[Any] | None:
    """Read one JSON value, a list of them, or one a line; None when it is none of these."""
    try:
        value = json.loads(data)
    except ValueError:
        try:
            return [json.loads(line) for line in data.splitlines() if line.strip()]
        except ValueError:
            return None
    return value if isinstance(value, list) else [value]


def _original(path: str | None, id: str | None) -> Article | None:
    """Give the article that a corrected file was written from: the only one of `--of`, or the one with this id."""
    if path is None:
        return None
    articles = [from_dict(one) for one in _json_values(Path(path).read_bytes()) or ()]
    found = articles if len(articles) == 1 else [one for one in articles if one.id is not None and one.id == id]
    if not found:
        raise UsageError(f"convert: --of {path} holds no article {id!r}; it has {len(articles)}")
    return found[0]


def _text_beside(ann: Path) -> str:
    text = ann.with_suffix(".txt")
    if not text.is_file():
        raise UsageError(f"convert: {ann} needs {text.name} beside it, or --of the article it was written from")
    return text.read_bytes().decode("utf-8")


def _write(written: str | bytes, output: str | None) -> None:
    data = written if isinstance(written, bytes) else written.encode("utf-8", "backslashreplace")
    if output:
        Path(output).write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
