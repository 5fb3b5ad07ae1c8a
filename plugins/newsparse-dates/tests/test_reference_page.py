from pathlib import Path

from newsparse_dates.reference import reference_page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "date-rules.md"


def test_the_page_is_the_one_the_rules_give():
    assert PAGE.read_text("utf-8") == reference_page(), (
        "run: python -m newsparse_dates.reference > docs/reference/date-rules.md"
    )
