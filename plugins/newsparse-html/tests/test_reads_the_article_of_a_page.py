"""From a page to the blocks of its article."""

import newsparse
from newsparse_html import HtmlPlugin

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ships return to Velm harbour | The Daily Page</title>
<meta property="og:site_name" content="The Daily Page">
<meta property="og:url" content="https://dailypage.example/world/ships">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ships return to Velm harbour",
"datePublished": "2024-08-15T09:30:00+01:00", "author": [{"@type": "Person", "name": "Ann Lee"}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ships return to Velm harbour</h1>
<p class="standfirst">Fishermen go out again after a year of works on the old pier</p>
<p>The first ships left the harbour of Velm on Friday morning, a year after the pier had fallen into the sea.</p>
<figure><img src="pier.jpg"><figcaption>The old pier. Photo: Bo Day</figcaption></figure>
<h2>A year of works</h2>
<p>“We waited for this day,” said the harbour master, Cora Hill, who has worked there for thirty years.</p>
<p><a href="/strike">Why the fishermen of Arn are on strike</a></p>
<ul><li>The works took eleven months and cost four million crowns.</li><li>Forty ships are registered.</li></ul>
<p>More ships are expected on Monday, when the market opens again, and the town has planned a feast for them.</p>
<aside class="newsletter-signup"><p>Sign up to our morning newsletter, it is free.</p></aside>
</article><footer><p>© The Daily Page</p></footer></body></html>"""


def read(page: object, **options: object) -> newsparse.Article:
    return newsparse.Parser([HtmlPlugin(**options)], only=["newsparse-html"], strict=True).parse(page)


def test_labels_the_blocks_of_the_article() -> None:
    article = read(PAGE)
    assert [(block.kind, block.span.of(article.text)[:28]) for block in article.blocks] == [
        ("title", "Ships return to Velm harbour"),
        ("standfirst", "Fishermen go out again after"),
        ("paragraph", "The first ships left the har"),
        ("caption", "The old pier. Photo: Bo Day"),
        ("heading", "A year of works"),
        ("paragraph", "“We waited for this day,” sa"),
        ("read_more", "Why the fishermen of Arn are"),
        ("list_item", "The works took eleven months"),
        ("list_item", "Forty ships are registered."),
        ("paragraph", "More ships are expected on M"),
    ]


def test_reads_what_the_page_says_of_itself() -> None:
    article = read(PAGE)
    assert (article.title, article.authors, str(article.published), article.url, article.language) == (
        "Ships return to Velm harbour",
        ("Ann Lee",),
        "2024-08-15 09:30:00+01:00",
        "https://dailypage.example/world/ships",
        "en",
    )


def test_authors_are_read_from_the_byline_where_no_markup_names_them() -> None:
    paragraph = "<p>The first ships left the harbour of Velm on Friday morning, a year after the pier fell in.</p>"
    page = f"<html><body><h1>Ships return</h1><div>By Ann Lee and Bo Day</div>{paragraph * 3}</body></html>"
    article = read(page)
    assert article.authors == ("Ann Lee", "Bo Day")
    assert {one.origin for one in article.metadata if one.name == "authors"} == {"text:byline"}


def test_no_author_is_read_out_of_prose() -> None:
    paragraph = "<p>By Friday the first ships had left the harbour of Velm, a year after the pier fell into it.</p>"
    assert read(f"<html><body><h1>Ships return</h1>{paragraph * 3}</body></html>").authors == ()
