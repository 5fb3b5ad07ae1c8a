"""What a page says of itself: values, origins and the order of trust."""

import pytest

from newsparse_html.dates import read_date
from newsparse_html.metadata import read_facts
from newsparse_html.page import parse_html
from newsparse_html.titles import clean_title, split_authors
from newsparse_html.urls import read_url


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("2024-08-15", "2024-08-15", id="day"),
        pytest.param("2024-08-15T09:30:00Z", "2024-08-15T09:30:00+00:00", id="UTC"),
        pytest.param("2024-08-15T09:30:00+0100", "2024-08-15T09:30:00+01:00", id="zone without colon"),
        pytest.param("2024-08-15T09:30:00.123", "2024-08-15T09:30:00.123000", id="no zone stays without"),
        pytest.param("Thu, 15 Aug 2024 09:30:00 GMT", "2024-08-15T09:30:00+00:00", id="mail"),
        pytest.param("August 15, 2024 8:38am EDT", "2024-08-15T08:38:00-04:00", id="named zone"),
        pytest.param("15 August 2024", "2024-08-15", id="printed day"),
        pytest.param("20240815", "2024-08-15", id="compact"),
        pytest.param("1723714200", "2024-08-15T09:30:00+00:00", id="seconds since 1970"),
        pytest.param("1723714200000", "2024-08-15T09:30:00+00:00", id="milliseconds"),
        pytest.param("August 2024", None, id="no day"),
        pytest.param("9:30", None, id="no date"),
        pytest.param("0000-00-00", None, id="zeros"),
        pytest.param("1024-08-15", None, id="before the press"),
        pytest.param("Friday", None, id="word"),
        pytest.param("", None, id="empty"),
        pytest.param("9" * 5000, None, id="long number"),
    ],
)
def test_reads_dates_and_fills_nothing_in(text: str, date: str | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("title", "cleaned"),
    [
        pytest.param("Ships return | The Daily Page", "Ships return", id="bar"),
        pytest.param("Ships return - World - Daily Page", "Ships return - World", id="site without article"),
        pytest.param("Daily Page: no piece", "Daily Page: no piece", id="colon is the title's own"),
        pytest.param("Daily Page | Ships return", "Ships return", id="site first"),
        pytest.param("Ships return – a year on | dailypage.example", "Ships return – a year on", id="host"),
        pytest.param("Ann &amp; Bo&#8217;s ship", "Ann & Bo’s ship", id="entities"),
        pytest.param("Harbour <em>open</em>", "Harbour open", id="tags"),
        pytest.param("Velm - Arn line opens", "Velm - Arn line opens", id="dash of the title"),
        pytest.param("The Daily Page", "The Daily Page", id="nothing else"),
    ],
)
def test_strips_the_name_of_the_site(title: str, cleaned: str) -> None:
    assert clean_title(title, ["The Daily Page", "dailypage.example"]) == cleaned


def test_what_stands_before_a_bar_and_is_a_heading_of_the_page_is_the_title() -> None:
    assert clean_title("Ships return | World | Unknown Site", [], ["Ships return"]) == "Ships return"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("Ann Lee and Bo Day", ["Ann Lee", "Bo Day"]),
        ("Ann Lee, Bo Day, Cora Hill", ["Ann Lee", "Bo Day", "Cora Hill"]),
        ("Ann Lee, Chief Harbour Correspondent and Bo Day", ["Ann Lee", "Bo Day"]),
        ("Von Ann Lee", ["Ann Lee"]),
        ("By J. K. O'Hara", ["J. K. O'Hara"]),
        ("The Harbour Press", ["The Harbour Press"]),
        ("https://dailypage.example/ann", []),
        ("@annlee", []),
        ("", []),
    ],
)
def test_splits_bylines(byline: str, names: list[str]) -> None:
    assert split_authors(byline) == names


@pytest.mark.parametrize(
    ("url", "own"),
    [
        pytest.param("https://dailypage.example/ships#top", "https://dailypage.example/ships", id="fragment"),
        pytest.param("/ships", "https://dailypage.example/ships", id="relative"),
        pytest.param(
            "https://web.archive.org/web/20240815093000/https://dailypage.example/ships",
            "https://dailypage.example/ships",
            id="web archive",
        ),
        pytest.param(
            "http://webcache.googleusercontent.com/search?q=cache:AbCd12345678:https://dailypage.example/ships&hl=en",
            "https://dailypage.example/ships",
            id="search cache",
        ),
        pytest.param(
            "https://www.google.com/amp/s/dailypage.example/ships", "https://dailypage.example/ships", id="amp"
        ),
        pytest.param(
            "https://dailypage-example.cdn.ampproject.org/c/s/dailypage.example/ships",
            "https://dailypage.example/ships",
            id="amp cache",
        ),
        pytest.param("javascript:void(0)", None, id="script"),
        pytest.param("https://[bad", None, id="broken"),
        pytest.param("", None, id="empty"),
    ],
)
def test_reads_the_address_the_site_itself_has(url: str, own: str | None) -> None:
    assert read_url(url, "https://dailypage.example/") == own


def facts(head: str, body: str = "", attributes: str = "") -> dict[str, list[tuple[str, str]]]:
    tree = parse_html(f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    found: dict[str, list[tuple[str, str]]] = {}
    for one in read_facts(tree).metadata:
        found.setdefault(one.name, []).append((one.value, one.origin))
    return found


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        pytest.param(
            ld('{"@type": "NewsArticle", "headline": "x", "datePublished": "2024-08-15T09:30:00Z"}')
            + '<meta property="article:published_time" content="2024-08-14">',
            "",
            ("2024-08-15T09:30:00+00:00", "json-ld:datePublished"),
            id="JSON-LD before OpenGraph",
        ),
        pytest.param(
            '<meta name="date" content="2024-08-13"><meta property="article:published_time" content="2024-08-14">',
            "",
            ("2024-08-14", "opengraph:article:published_time"),
            id="OpenGraph before other names",
        ),
        pytest.param(
            '<meta name="dc.date" content="2024-08-13">',
            '<time itemprop="datePublished" datetime="2024-08-12">',
            ("2024-08-13", "meta:dc.date"),
            id="meta before microdata",
        ),
        pytest.param(
            "",
            '<time datetime="2024-08-11">11 August</time><span itemprop="datePublished" content="2024-08-12"></span>',
            ("2024-08-12", "microdata:datePublished"),
            id="microdata before time",
        ),
        pytest.param(
            "",
            "<ul><li><time datetime='2024-08-10'></time></li></ul><time>11 August 2024</time>",
            ("2024-08-11", "time"),
            id="time of a teaser is passed over",
        ),
        pytest.param("", "<p>Published on 15 August 2024</p>", ("2024-08-15", "htmldate"), id="text last"),
        pytest.param(
            ld('{"@type": "Article", "datePublished": "2024-08-15T01:30:00+00:00"}'),
            "<time datetime='2024-08-14T20:30:00-05:00'></time>",
            ("2024-08-14T20:30:00-05:00", "time"),
            id="the same moment in the newsroom's zone",
        ),
        pytest.param(
            ld('{"@type": "Article", "datePublished": "2024-08-15"}')
            + '<meta property="article:published_time" content="2024-08-15T09:30:00+01:00">',
            "",
            ("2024-08-15T09:30:00+01:00", "opengraph:article:published_time"),
            id="the same day with a time",
        ),
        pytest.param(
            ld('{"@type": "NewsArticle", "headline": "x", "datePublished": "soon"}')
            + '<meta name="pubdate" content="2024-08-14">',
            "",
            ("2024-08-14", "meta:pubdate"),
            id="no date is passed over",
        ),
    ],
)
def test_most_trusted_date_goes_first(head: str, body: str, published: tuple[str, str]) -> None:
    assert facts(head, body)["published"][0] == published


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[{"@type": "WebSite", "name": "s"}, {"@type": "NewsArticle", "headline": "T"}]', id="list"),
        pytest.param(
            '{"@graph": [{"@type": "WebPage", "headline": "no"}, {"@type": "Article", "headline": "T"}]}', id="graph"
        ),
        pytest.param('{"@type": ["NewsArticle", "Report"], "headline": "T",}', id="trailing comma"),
        pytest.param('<!-- {"@type": "https://schema.org/NewsArticle", "headline": "T"} -->', id="comment"),
        pytest.param('{"@type": "NewsArticle", "headline": "T", "x": "a\nb"}', id="raw line break"),
        pytest.param(
            '{"@type": "LiveBlogPosting", "headline": "T", "liveBlogUpdate": '
            '[{"@type": "BlogPosting", "headline": "no", "datePublished": "2024-08-15"}]}',
            id="posts of a live blog",
        ),
        pytest.param(
            '[{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Strike in Arn goes on",'
            ' "datePublished": "2024-08-15"}]}, {"@type": "Article", "headline": "T: harbour open"}]',
            id="other articles",
        ),
    ],
)
def test_reads_json_ld_as_sites_write_it(text: str) -> None:
    value, origin = facts(ld(text) + "<title>The harbour is open - Daily Page</title>")["title"][0]
    assert (value[0], origin) == ("T", "json-ld:headline")


def test_the_heading_readers_see_goes_before_what_was_written_for_search() -> None:
    head = '<meta property="og:title" content="Velm harbour: when do ships return?">'
    found = facts(head, "<h1>World</h1><h1>Ships return to the harbour at last</h1>")
    assert found["title"][0] == ("Ships return to the harbour at last", "h1")


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        pytest.param(
            ld('{"@type": "Article", "headline": "x", "author": [{"name": "Ann Lee"}, {"name": "Bo Day"}]}')
            + '<meta name="author" content="Someone Else">',
            "",
            [("Ann Lee", "json-ld:author"), ("Bo Day", "json-ld:author")],
            id="one place gives all",
        ),
        pytest.param(
            ld('{"@type": "Article", "headline": "x", "author": {"name": "Daily Page staff"}}')
            + '<meta name="author" content="Ann Lee">',
            "",
            [("Ann Lee", "meta:author")],
            id="a person before staff",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Daily Page"><meta name="author" content="Daily Page">',
            "<a rel='author' href='/ann'>Ann Lee</a>",
            [("Ann Lee", "link:author")],
            id="a person before the site",
        ),
        pytest.param(
            '<meta property="article:author" content="https://a.example/ann"><meta name="byl" content="By Ann Lee">',
            "",
            [("Ann Lee", "meta:byl")],
            id="an address is no name",
        ),
    ],
)
def test_authors_come_from_one_place(head: str, body: str, authors: list[tuple[str, str]]) -> None:
    assert facts(head, body)["authors"] == authors


def test_address_language_and_section() -> None:
    head = (
        '<link rel="canonical" href="https://dailypage.example/ships"><meta property="og:locale" content="en_gb">'
        '<meta property="og:url" content="https://a.example/"><meta property="article:section" content="World">'
    )
    found = facts(head, attributes='lang="en-gb" amp')
    assert (found["url"][0], found["language"], found["section"]) == (
        ("https://dailypage.example/ships", "link:canonical"),
        [("en-GB", "html:lang")],
        [("World", "opengraph:article:section")],
    )


def test_no_fact_is_made_up() -> None:
    assert facts("", "<p>Nothing.</p>") == {}
