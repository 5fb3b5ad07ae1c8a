"""All installed plugins together: the invariants hold, and the answer is the same in any process and any thread."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsparse import Parser, to_json
from newsparse.testing import ODD_TEXTS, PUBLISHED, assert_invariants, news_texts

PARSER = Parser(strict=True)

ARTICLE = """Harbour of Velm reopens after storm

VELM, Aug 14 (Reuters) - The harbour of Velm will reopen on Friday, the transport minister, Ann Lee, said on Monday.

“We worked day and night,” Lee told reporters in Oslo. “Nobody was hurt.”

Two ships sank last April, according to Col. Juan Roe of the coast guard, who lost his post in 2023.

Read more: Fishermen strike for a third week

She said that “no captain” would be charged. A hearing is set for 3 May.
"""

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)
PAGE = f"<html><head><title>Harbour</title></head><body><article>{PARAGRAPHS}</article></body></html>"


def answer(text: str) -> str:
    return to_json(PARSER.parse(text, published=PUBLISHED))


@pytest.mark.parametrize("published", [PUBLISHED, None], ids=["dated", "undated"])
@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_texts_keep_the_invariants(name: str, published: str | None) -> None:
    article = PARSER.parse(ODD_TEXTS[name], published=published)
    if name != "markup":  # newsparse-html gives the text of a page
        assert article.text == ODD_TEXTS[name]
    assert_invariants(article)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(text=news_texts(), published=st.sampled_from([PUBLISHED, None]))
def test_any_text_keeps_the_invariants(text: str, published: str | None) -> None:
    assert_invariants(PARSER.parse(text, published=published))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_an_article_broken_at_any_place_keeps_the_invariants(data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.integers(0, len(ARTICLE)), min_size=2, max_size=6))
    planted = data.draw(st.sampled_from(["“", '"', "\n", "\u200b", "(", " said ", "\ud800", "\u2029", "Read more: "]))
    assert_invariants(PARSER.parse(planted.join(ARTICLE[at : at + 200] for at in pieces), published=PUBLISHED))


def test_every_layer_answers() -> None:
    article = PARSER.parse(ARTICLE, published=PUBLISHED)
    assert_invariants(article)
    layers = {"newsparse-dates": article.dates, "newsparse-quotes": article.quotes, "newsparse-events": article.events}
    active = {one.name for one in PARSER.active}
    assert [name for name, found in layers.items() if name in active and not found] == []


ASK = """
import sys, newsparse
print(newsparse.to_json(newsparse.Parser(strict=True).parse(sys.stdin.buffer.read().decode(), published="2024-08-15")))
"""


@pytest.mark.parametrize("text", [ARTICLE, PAGE], ids=["text", "page"])
def test_same_answer_whatever_the_hash_seed(text: str) -> None:
    answers = set()
    for seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", ASK],
            input=text.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "TZ": f"Etc/GMT+{seed[0]}"},
        )
        answers.add(done.stdout.decode().strip())
    assert answers == {answer(text).strip()}


def test_threads_share_a_parser() -> None:
    texts = [ARTICLE, PAGE, *ODD_TEXTS.values()]
    fresh = Parser(strict=True)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: to_json(fresh.parse(text, published=PUBLISHED)), texts * 4))
    assert found == [answer(text) for text in texts] * 4


def test_articles_do_not_touch_one_another() -> None:
    before = answer(ARTICLE)
    for text in ODD_TEXTS.values():
        PARSER.parse(text, published="1999-01-01", language="de")
    assert answer(ARTICLE) == before


def test_a_worker_gives_the_same_answer() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        article = pool.submit(PARSER.parse, ARTICLE, published=PUBLISHED).result(timeout=60)
    assert article == PARSER.parse(ARTICLE, published=PUBLISHED)
    assert pickle.loads(pickle.dumps(article)) == article
