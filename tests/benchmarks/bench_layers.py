"""Speed of each layer and of the whole parse, by pytest-benchmark; on demand, no part of the tests.

    python -m pytest tests/benchmarks/bench_layers.py --benchmark-timer=time.process_time

The yardstick, one pass of a plain tokenising expression over the same texts, is measured in the same run: a machine's
figures are read as passes of it. `python -m newsparse.bench` prints them so.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import newsparse
from newsparse.bench.measure import TOKEN, bundled_texts

PUBLISHED = "2023-03-16"
TEXTS = bundled_texts(20)
SHORT = "".join(TEXTS)[:3_000]
LONG = "\n\n".join(bundled_texts(200))[:250_000]
PLUGINS = [one.name for one in newsparse.Parser().active]
PARSER = newsparse.Parser()


def page(text: str) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return f"<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav><article>{paragraphs}</article></body></html>"


def parse_all(parser: newsparse.Parser, sources: list[str]) -> None:
    for source in sources:
        parser.parse(source, published=PUBLISHED)


def test_the_yardstick(benchmark: BenchmarkFixture) -> None:
    benchmark(lambda: [TOKEN.findall(text) for text in TEXTS])


def test_the_core_alone(benchmark: BenchmarkFixture) -> None:
    benchmark(parse_all, newsparse.Parser(only=()), TEXTS)


@pytest.mark.parametrize("name", PLUGINS)
def test_a_plugin_with_the_core(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark(parse_all, newsparse.Parser(only=[name]), TEXTS)


def test_everything(benchmark: BenchmarkFixture) -> None:
    benchmark(parse_all, PARSER, TEXTS)


def test_an_article_of_3_kb(benchmark: BenchmarkFixture) -> None:
    benchmark(parse_all, PARSER, [SHORT])


def test_a_text_of_250_kb(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(parse_all, (PARSER, [LONG]), rounds=3)


def test_pages(benchmark: BenchmarkFixture) -> None:
    benchmark(parse_all, PARSER, [page(text) for text in TEXTS])


@pytest.mark.parametrize("direction", ["writing", "reading"])
def test_json(benchmark: BenchmarkFixture, direction: str) -> None:
    articles = [PARSER.parse(text, published=PUBLISHED) for text in TEXTS]
    written = [newsparse.to_json(article) for article in articles]
    if direction == "writing":
        benchmark(lambda: [newsparse.to_json(article) for article in articles])
    else:
        benchmark(lambda: [newsparse.from_json(text) for text in written])


def test_dateparser_search_for_comparison(benchmark: BenchmarkFixture) -> None:
    search = pytest.importorskip("dateparser.search", reason="pip install dateparser")
    benchmark.pedantic(lambda: [search.search_dates(text, languages=["en"]) for text in TEXTS[:3]], rounds=3)


def test_trafilatura_for_comparison(benchmark: BenchmarkFixture) -> None:
    trafilatura = pytest.importorskip("trafilatura")
    benchmark(lambda: [trafilatura.extract(page(text)) for text in TEXTS])


@pytest.fixture(scope="session", autouse=True)
def machine() -> None:
    """Name the processor, which belongs to every figure."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        print(next((line for line in info.read_text("utf-8").splitlines() if line.startswith("model name")), ""))
