"""Each kind of clutter and of lines about the article, in its place in a made-up article."""

import pytest

from newsparse_readmore import label_lines

BEFORE = "The harbour of Velm opened again on Friday, a year after the storm that broke its wall."
AFTER = "Fishermen had waited for months, and most of them had gone to other towns along the coast."

LABELS = {
    "en": ["Read more: Mayor of Velm resigns", "ALSO READ | Mayor of Velm resigns", "Related: Mayor of Velm resigns"],
    "de": ["Lesen Sie auch: Bürgermeister tritt zurück", "Mehr zum Thema: Bürgermeister tritt zurück"],
    "fr": ["À lire aussi : Le maire démissionne", "Lire aussi Le maire démissionne"],
    "es": ["Lea también: Renuncia el alcalde de Velm", "Te puede interesar: Renuncia el alcalde"],
    "pt": ["Leia também: Prefeito de Velm renuncia", "LEIA MAIS: Prefeito de Velm renuncia"],
    "it": ["Leggi anche: Si dimette il sindaco", "LEGGI ANCHE > Si dimette il sindaco"],
    "nl": ["Lees ook: Burgemeester treedt af", "Meer over dit onderwerp: Burgemeester treedt af"],
    "pl": ["Czytaj także: Burmistrz rezygnuje", "Zobacz też: Burmistrz rezygnuje"],
    "tr": ["İlgili haber: Belediye başkanı istifa etti", "Bunu da okuyun: Belediye başkanı istifa etti"],
    "ru": ["Читайте также: Мэр подал в отставку", "По теме: Мэр подал в отставку"],
    "ar": ["اقرأ أيضا: استقالة رئيس البلدية", "اقرأ المزيد: استقالة رئيس البلدية"],
    "hi": ["यह भी पढ़ें: मेयर ने इस्तीफा दिया", "ये भी पढ़ें- मेयर ने इस्तीफा दिया"],
    "id": ["Baca juga: Wali kota mengundurkan diri", "BACA JUGA Wali kota mengundurkan diri"],
    "ja": ["関連記事：市長が辞任", "あわせて読みたい：市長が辞任"],
}


@pytest.mark.parametrize("line", [line for lines in LABELS.values() for line in lines])
def test_a_label_with_its_headline_between_paragraphs(line):
    blocks = label_lines(f"{BEFORE}\n{line}\n{AFTER}")
    assert [block.kind for block in blocks] == ["paragraph", "read_more", "paragraph"]


BARE = {
    "en": "Read Next",
    "de": "Mehr zum Thema",
    "fr": "Sur le même sujet",
    "es": "Noticias relacionadas",
    "pt": "Leia também",
    "it": "Articoli correlati",
    "nl": "Lees ook",
    "pl": "Czytaj także",
    "tr": "İlgili Haberler",
    "ru": "Читайте также",
    "ar": "مقالات ذات صلة",
    "hi": "यह भी पढ़ें",
    "id": "Berita Terkait",
    "ja": "関連記事",
}


@pytest.mark.parametrize("label", BARE.values(), ids=BARE)
def test_headlines_under_a_bare_label_go_with_it(label):
    text = f"{BEFORE}\n{label}\nMayor of Velm resigns after vote\nStorm closes three schools on the coast\n{AFTER}"
    blocks = label_lines(text)
    assert [block.kind for block in blocks] == ["paragraph", *["read_more"] * 3, "paragraph"]
    assert [block.found_by for block in blocks[1:4]] == ["bare_label", "under_label", "under_label"]


@pytest.mark.parametrize("label", BARE.values(), ids=BARE)
def test_a_list_in_the_tail_goes_whole(label):
    blocks = label_lines(f"{BEFORE}\n{AFTER}\n{label}\nMayor of Velm resigns after vote\nStorm closes schools on coast")
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", *["read_more"] * 3]


KINDS = {
    "newsletter": ("promo", "Sign up for our free newsletter and get the news of the day in your inbox."),
    "newsletter short": ("promo", "Subscribe to our newsletter"),
    "newsletter terms": ("promo", "By signing up, you agree to our terms."),
    "follow": ("promo", "Follow us on Facebook and Twitter"),
    "app": ("promo", "Download our app for the latest news."),
    "comment prompt": ("promo", "Join the conversation"),
    "comment question": ("promo", "What do you think? Let us know in the comments below."),
    "comment count": ("nav", "12 Comments"),
    "tip line": ("promo", "Have a tip? Write to tips@velm.example."),
    "share bar": ("nav", "Share on Facebook Share on Twitter Share by email"),
    "share bar run together": ("nav", "FacebookTwitterWhatsAppEmail"),
    "share alone": ("nav", "Share this article"),
    "tags": ("nav", "Tags: harbour, Velm, fishing"),
    "topics": ("nav", "Explore more on these topics"),
    "cookies": ("nav", "This site uses cookies to improve your visit."),
    "cookies german": ("nav", "Wir verwenden Cookies, um unsere Seiten zu verbessern."),
    "player": ("nav", "Your browser does not support the audio element."),
    "player length": ("nav", "0:00 / 2:14"),
    "player label": ("nav", "Listen to this article"),
    "reading time": ("nav", "4 min read"),
    "gallery count": ("nav", "1 of 6"),
    "skip link": ("nav", "Skip to main content"),
    "advert": ("advert", "Advertisement"),
    "advert shouted": ("advert", "ADVERTISEMENT"),
    "advert german": ("advert", "Anzeige"),
    "advert french": ("advert", "Publicité"),
    "advert spanish": ("advert", "PUBLICIDAD"),
    "advert portuguese": ("advert", "Publicidade"),
    "advert italian": ("advert", "Pubblicità"),
    "advert russian": ("advert", "Реклама"),
    "advert japanese": ("advert", "広告"),
    "advert scroll": ("advert", "Story continues below advertisement"),
    "credit": ("credit", "Photo: Ann Lee / Daily Page"),
    "credit agency": ("credit", "AFP/Getty Images"),
    "credit copyright": ("credit", "© 2024 The Daily Page"),
    "caption": ("caption", "Boats lie in the harbour of Velm on Monday. (Ann Lee/AP Photo)"),
    "caption credit": ("caption", "Boats in the harbour of Velm. Photo: Ann Lee"),
    "note": ("note", "Editor's note: This story was updated with the number of ships."),
    "correction": ("note", "Correction: An earlier version gave a wrong number of ships."),
    "tweet": ("embed", "We left the harbour — Ann Lee (@annlee) August 15, 2024"),
    "address": ("embed", "https://velm.example/harbour"),
    "separator": ("separator", "* * *"),
}


@pytest.mark.parametrize(("kind", "line"), KINDS.values(), ids=KINDS)
def test_a_line_between_paragraphs_is_labelled_as_what_it_is(kind, line):
    assert [block.kind for block in label_lines(f"{BEFORE}\n{line}\n{AFTER}")] == ["paragraph", kind, "paragraph"]


FRONT = {
    "byline": ("byline", "By Ann Lee"),
    "byline two": ("byline", "By Ann Lee and Bo Hill, Daily Page"),
    "byline german": ("byline", "Von Anna Lehmann"),
    "byline french": ("byline", "Par Anne Lefèvre"),
    "byline spanish": ("byline", "Por Ana López"),
    "staff": ("byline", "Staff Reports"),
    "date": ("dateline", "Published 14 March 2024, 6:00 am GMT"),
    "date updated": ("dateline", "Updated: March 14, 2024 at 6:00 a.m."),
    "date german": ("dateline", "14.03.2024, 18:30 Uhr"),
    "date japanese": ("dateline", "2024年3月14日 18時30分"),
    "share": ("nav", "Share"),
}


@pytest.mark.parametrize(("kind", "line"), FRONT.values(), ids=FRONT)
def test_a_line_between_title_and_text_is_labelled_as_what_it_is(kind, line):
    blocks = label_lines(f"Harbour of Velm opens again\n{line}\n{BEFORE}\n{AFTER}")
    assert [block.kind for block in blocks] == ["title", kind, "paragraph", "paragraph"]


def test_the_author_at_the_end():
    blocks = label_lines(f"{BEFORE}\n{AFTER}\nAnn Lee is a reporter at the Daily Page in Velm.")
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "byline"]


PLACES = {
    "agency": ("OSLO, Aug. 15 (Reuters) - Ships came back to Velm on Friday.", "OSLO, Aug. 15 (Reuters) -"),
    "agency without a day": ("VELM (AP) — Ships came back to Velm on Friday.", "VELM (AP) —"),
    "small letters": ("Velm, Norway (AP) — Ships came back to Velm on Friday.", "Velm, Norway (AP) —"),
    "place alone": ("VELM – Ships came back on Friday.", "VELM –"),
}


@pytest.mark.parametrize(("line", "place"), PLACES.values(), ids=PLACES)
def test_a_dateline_before_the_text(line, place):
    blocks = label_lines(line)
    assert [(block.kind, block.span.of(line)) for block in blocks] == [
        ("dateline", place),
        ("paragraph", line[len(place) + 1 :]),
    ]


PROMPTS = {
    "to the end of the line": "The ship left. [READ MORE: Why the harbour fell]",
    "in brackets": "The ship left. [(Read also: Why the harbour fell)] It was late.",
    "to its question mark": "The ship left. [READ MORE: Why did the harbour fall?] It was late.",
    "title case": "The ship left. [READ MORE: Mayor Opens New Bridge Over Velm] The council met on Friday.",
    "after a quote": "“We left,” he said. “It was late.” [ALSO READ: Mayor resigns]",
    "no certain end": "The ship left. READ MORE: Mayor opens bridge The council met on Friday. It was late.",
    "in mid-sentence": "The sign said READ MORE: it was old.",
    "a verb": "She told them all to read more: it was late.",
}


@pytest.mark.parametrize("marked", PROMPTS.values(), ids=PROMPTS)
def test_a_prompt_inside_a_line(marked):
    text = marked.replace("[", "").replace("]", "")
    wanted = [marked[marked.index("[") + 1 : marked.index("]")]] if "[" in marked else []
    blocks = label_lines(text)
    assert [block.span.of(text) for block in blocks if block.kind == "read_more"] == wanted
    assert {block.kind for block in blocks} <= {"paragraph", "read_more"}


def test_right_to_left_lines():
    text = (
        "فتح ميناء فلم أبوابه من جديد يوم الجمعة بعد عام من العاصفة التي دمرت جداره.\n"
        "اقرأ أيضاً: استقالة رئيس البلدية\n"
        "انتظر الصيادون شهورا طويلة، وذهب معظمهم إلى مدن أخرى على الساحل.\n"
        "\u200fمقالات ذات صلة\n"
        "رئيس البلدية يفتتح الجسر الجديد\n"
    )
    assert [block.kind for block in label_lines(text)] == [
        "paragraph", "read_more", "paragraph", "read_more", "read_more"
    ]  # fmt: skip
