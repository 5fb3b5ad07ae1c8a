"""For authors of plugins: the invariants as ready-made tests, and small languages for cases.

    class TestContract(PluginContract):
        plugin = MoneyPlugin()

needs `pip install newsparse[test]` (pytest and hypothesis).
"""

from __future__ import annotations

import pickle
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from types import FrameType
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsparse.article import ANNOTATED_KINDS, DATED_KINDS, Article
from newsparse.parser import Parser
from newsparse.registry import check_plugin, plugin_name
from newsparse.rules import Rule
from newsparse.span import Span

__all__ = [
    "ODD_TEXTS",
    "PluginContract",
    "assert_invariants",
    "count_calls",
    "nested_repetitions",
    "news_texts",
    "read_cases",
    "read_markup",
    "rule_cases",
]

ODD_TEXTS: dict[str, str] = {
    "empty": "",
    "blank": " \n\t \n",
    "one character": "a",
    "a stop": ".",
    "NUL": "He said\0 on Friday: \0no.",
    "emoji": "👩🏽‍🚀 “We 🚀 on Friday,” said Ann 🧪 Lee. 👨‍👩‍👧 Read more: 🚀",
    "unbalanced marks": '"We said "no" on “Friday, he ‘said. ”\n"And then',
    "right to left": 'قال الوزير يوم الخميس: «سنغادر العراق». اقرأ أيضا: خبر آخر\nשר החוץ אמר: "לא".',
    "no spaces": "SaidOnFridayHeLeft" * 40,
    "only marks": "\"'“”‘’«»„`´" * 20,
    "only digits": "1234567890/12/34-56:78 " * 20,
    "lone surrogate": "He said \ud800 on Friday.",
    "combining": "e\u0301le\u0301ment a\u0300 Paris, a dit M. Le\u0301vy\u200b\u200d\ufeff.",
    "line ends": "A title\r\n\r\nHe left on Friday.\r\nShe said: “No.”\u2028Read more: A\u2029\x0b\x0cEnd",
    "very long line": "The minister said on Monday that he would go. " * 100,
    "very long word": "said" * 2000,
    "shouting": "THE MINISTER SAID ON FRIDAY THAT HE LEFT. READ MORE: WHY",
    "markup": "<p>He said &quot;no&quot; on <b>Friday</b>.</p>",
}
"""Texts that have broken parsers: every plugin gives what it can and raises nothing."""

PUBLISHED = "2024-08-15"


def assert_invariants(article: Article) -> None:
    """Assert what holds for every article: spans in range and in open blocks, blocks that cover all, no refusal.

    Raises:
        AssertionError: an invariant is broken; the message says which.
    """
    text = article.text
    assert not article.problems, article.problems
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.span.start, f"{block} overlaps the block before it"
        between = text[ends[-1] : block.span.start]
        assert not [one for one in between if not one.isspace() and one.isprintable()], f"{between!r} lies in no block"
        ends.append(block.span.end)
    assert all(not one.isprintable() or one.isspace() for one in text[ends[-1] :]), "the text's end lies in no block"
    for sentence in article.sentences:
        _assert_in_blocks(article, sentence, ANNOTATED_KINDS)
    for span in _spans(article):
        _assert_in_blocks(article, span, ANNOTATED_KINDS)
    for date in article.dates:
        _assert_in_blocks(article, date.span, DATED_KINDS)
        assert date.text == date.span.of(text)
    everything: tuple[Any, ...] = (
        *article.blocks,
        *article.mentions,
        *article.dates,
        *article.quotes,
        *article.events,
    )
    for found in everything:
        assert found.found_by, f"{found} does not say who found it"
    for layer in (article.blocks, article.mentions, article.dates):
        starts = [found.span for found in layer]
        assert starts == sorted(starts), "annotations are not in text order"
    ids = {entity.id for entity in article.entities}
    for quote in article.quotes:
        assert quote.speaker is None or set(quote.speaker.entities) <= ids


def _spans(article: Article) -> Iterator[Span]:
    for mention in article.mentions:
        yield mention.span
    for quote in article.quotes:
        yield from quote.spans
        if quote.speaker:
            yield quote.speaker.span
        if quote.cue:
            yield quote.cue
    for entity in article.entities:
        yield from (mention.span for mention in entity.mentions)
    for event in article.events:
        yield event.trigger
        yield from (participant.span for participant in event.participants)


def _assert_in_blocks(article: Article, span: Span, kinds: frozenset[str]) -> None:
    assert span.end <= len(article.text), f"{span} ends after the text"
    covering = [block for block in article.blocks if block.span.overlaps(span)]
    assert covering, f"{span} lies in no block"
    assert all(block.kind in kinds for block in covering), f"{span} lies in a {covering[0].kind} block"


PIECES = (
    "Ann Lee", "the minister", "he", "she", "said", "told reporters", "that", "on Friday", "last April", "in 2019",
    "two weeks ago", "“", "”", '"', "'", "«", "»", ",", ".", "!", "?", ":", ";", "—", "\n", "\n\n", " ", "Read more:",
    "Photo: AP", "by", "The U.S. Army", "Gen.", "No. 10", "and", "who", "was killed", "will meet", "near Oslo",
    "according to", "3 May", "5 p.m.", "(", ")", "…", "\u200b", "\u00a0", "é", "ب", "語", "🚀", "\r\n", "1/2/3",
)  # fmt: skip
"""What `news_texts` builds its texts from."""


def news_texts() -> st.SearchStrategy[str]:
    """Give a hypothesis strategy of texts that look like news, with nastiness planted, and of any text."""
    pieces = st.one_of(st.sampled_from(PIECES), st.text(max_size=8))
    return st.lists(pieces, max_size=60).map(" ".join) | st.lists(pieces, max_size=40).map("".join)


def count_calls(parser: Parser, text: str) -> int:
    """Count the Python and C function calls of one parse: work that does not depend on the machine's mood."""
    count = 0

    def on_event(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        parser.parse(text, published=PUBLISHED)
    finally:
        sys.setprofile(None)
    return count


def _seconds(parser: Parser, text: str) -> float:
    start = time.process_time()
    parser.parse(text, published=PUBLISHED)
    return time.process_time() - start


class PluginContract:
    """The invariants every plugin keeps, as tests: subclass it as `Test…` and name the `plugin`."""

    plugin: ClassVar[Any]
    """An instance of the plugin, or its module."""
    beside: ClassVar[Sequence[str]] = ()
    """Names of installed plugins that work beside it in these tests."""
    sample: ClassVar[str] = (
        "Harbour reopens\nThe minister, Ann Lee, said on Friday that ships would “soon” return. "
        "“We met in Oslo last April,” she told reporters.\nRead more: Fishermen strike\n"
    )
    """Text that is repeated to see how the work grows."""

    def parser(self, *, strict: bool = True) -> Parser:
        """Make a parser of this plugin and those `beside` it."""
        return Parser([self.plugin], only=[plugin_name(self.plugin), *self.beside], strict=strict)

    def test_answers_hooks_as_specified(self) -> None:
        assert check_plugin(self.plugin, plugin_name(self.plugin))

    @pytest.mark.parametrize("name", ODD_TEXTS)
    def test_odd_text_raises_nothing(self, name: str) -> None:
        article = self.parser().parse(ODD_TEXTS[name], published=PUBLISHED)
        assert article.text == ODD_TEXTS[name]
        assert_invariants(article)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=news_texts(), published=st.sampled_from([PUBLISHED, None]))
    def test_any_text_keeps_the_invariants(self, text: str, published: str | None) -> None:
        assert_invariants(self.parser().parse(text, published=published))

    def test_same_text_same_answer(self) -> None:
        assert self.parser().parse(self.sample, published=PUBLISHED) == self.parser().parse(
            self.sample, published=PUBLISHED
        )

    def test_changes_nothing_it_is_given(self) -> None:
        """Find what the frozen surface cannot forbid: columns of `article.words` written to, fields set past it."""
        hooks = [one for one in check_plugin(self.plugin, plugin_name(self.plugin)) if one != "newsparse_read_source"]
        for parser in (Parser(only=self.beside), self.parser()):  # the layers above it empty, and full
            article = parser.parse(self.sample, published=PUBLISHED)
            before: Article = pickle.loads(pickle.dumps(article))
            for hook in hooks:
                list(getattr(self.plugin, hook)(article) or ())
            assert (article, article.words) == (before, before.words)

    def test_without_a_date_nothing_is_guessed(self) -> None:
        article = self.parser().parse(self.sample)
        assert [one for one in article.dates if one.anchor == "published"] == []
        assert [one for one in article.events if one.when and one.when.anchor == "publication"] == []

    def test_work_grows_with_the_text(self) -> None:
        parser = self.parser()
        parser.parse(self.sample, published=PUBLISHED)  # data files are loaded now
        once, twice = (count_calls(parser, self.sample * times) for times in (40, 80))
        assert twice < 2.5 * once, f"{once} calls for a text, {twice} for one twice as long"

    def test_time_grows_with_the_text(self) -> None:
        """Catch what `test_work_grows_with_the_text` cannot see: a call whose own work is out of proportion."""
        parser = self.parser()
        parser.parse(self.sample, published=PUBLISHED)
        once, ten = (min(_seconds(parser, self.sample * times) for _ in range(2)) for times in (40, 400))
        assert ten < 35 * once, f"{once:.3f} s for a text, {ten:.3f} s for one ten times as long"

    def test_can_be_pickled(self) -> None:
        parser = pickle.loads(pickle.dumps(self.parser()))
        assert parser.parse(self.sample, published=PUBLISHED) == self.parser().parse(self.sample, published=PUBLISHED)


_MARKED = re.compile(r"\[(?P<text>[^\[\]]*)\](?:\{(?P<label>\w+)\})?")


def read_markup(marked: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """Read a text with marked pieces: `[Ann]{speaker} said` is `Ann said`, with a span labelled `speaker`.

    Returns:
        The plain text, and span and label of each piece (`""` where it has none).
    """
    plain: list[str] = []
    found: list[tuple[Span, str]] = []
    length = end = 0
    for match in _MARKED.finditer(marked):
        before = marked[end : match.start()]
        start = length + len(before)
        found.append((Span(start, start + len(match["text"])), match["label"] or ""))
        plain += [before, match["text"]]
        length, end = start + len(match["text"]), match.end()
    return "".join([*plain, marked[end:]]), tuple(found)


def read_cases(text: str) -> list[tuple[str, str]]:
    """Read a file of cases: blocks apart by blank lines, input above `=>`, expected output below; `#` comments."""
    cases = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        if "=>" not in lines:
            raise ValueError(f"case {lines[0]!r}: no line '=>' between input and expected output")
        middle = lines.index("=>")
        cases.append(("\n".join(lines[:middle]), "\n".join(lines[middle + 1 :])))
    return cases


def rule_cases(rules: Iterable[Rule]) -> list[Any]:
    """Give the examples and counter-examples of rules as parameters of a test: rule, text, pieces it finds.

    ::

        @pytest.mark.parametrize(("rule", "text", "wanted"), rule_cases(load_rules(…)))
        def test_rules(rule, text, wanted):
            assert [match[0] for match in rule.regex.finditer(text)] == wanted
    """
    cases = []
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            plain, found = read_markup(example)
            wanted = [span.of(plain) for span, _label in found]
            cases.append(pytest.param(rule, plain, wanted, id=f"{rule.name}-{number}"))
        for number, example in enumerate(rule.counter_examples, 1):
            cases.append(pytest.param(rule, example, [], id=f"{rule.name}-not-{number}"))
    return cases


def nested_repetitions(pattern: str) -> list[str]:
    """Give the places of a pattern where an unbounded repetition holds another: what backtracks without end."""
    import re._constants as kinds
    import re._parser as sre

    faults: list[str] = []

    def walk(items: Any, inside: bool) -> None:
        for kind, value in items:
            unbounded = kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[1] is kinds.MAXREPEAT
            if unbounded and inside:
                faults.append(str(value))
            for part in _parts(value):
                walk(part, inside or unbounded)

    def _parts(value: Any) -> Iterator[Any]:
        if isinstance(value, sre.SubPattern):
            yield value
        elif isinstance(value, list | tuple):
            for one in value:
                yield from _parts(one)

    walk(sre.parse(pattern), False)
    return faults
