"""What newsparse-money finds, and the invariants it keeps."""

import pytest
from newsparse_money import MoneyPlugin
from newsparse_money.amounts import amount_rules

from newsparse import Article, Parser, Quote, Span, hookimpl
from newsparse.rules import Rule
from newsparse.testing import PluginContract, nested_repetitions, rule_cases


class TestContract(PluginContract):
    """The invariants of every plugin."""

    plugin = MoneyPlugin()
    sample = "The bridge cost $3.5 million. “It took 20 euros,” she said.\n"


@pytest.mark.parametrize(("rule", "text", "wanted"), rule_cases(amount_rules()))
def test_rules(rule: Rule, text: str, wanted: list[str]) -> None:
    assert [match[0] for match in rule.regex.finditer(text)] == wanted


@pytest.mark.parametrize("rule", amount_rules(), ids=lambda rule: rule.name)
def test_no_rule_repeats_a_repetition(rule: Rule) -> None:
    assert nested_repetitions(rule.pattern) == []


class Quotes:
    """Finds the one quote of these tests."""

    name = "quotes"

    @hookimpl
    def newsparse_find_quotes(self, article: Article) -> list[Quote]:
        start = article.text.index("“")
        return [Quote(kind="direct", spans=[Span(start, article.text.index("”") + 1)])]


def test_an_amount_knows_its_value_and_the_quote_that_names_it() -> None:
    parser = Parser([MoneyPlugin(), Quotes()], only=["newsparse-money", "quotes"], strict=True)
    article = parser.parse("It cost $1,200. “We need US$3.5 million,” said Ann Lee.")
    assert [(one.text, one.currency, one.value, one.quote, one.found_by) for one in article.annotations] == [
        ("$1,200", "USD", 1200, None, "newsparse-money:sign_first"),
        ("US$3.5 million", "USD", 3_500_000, 0, "newsparse-money:sign_first"),
    ]


def test_small_amounts_can_be_left_out() -> None:
    parser = Parser([MoneyPlugin(least=1000)], only=["newsparse-money"])
    assert [one.text for one in parser.parse("It cost $20 and then $2,000.").annotations] == ["$2,000"]
