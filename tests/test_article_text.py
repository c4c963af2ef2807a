"""Articles as they come: pasted, as text files of any encoding, as saved pages, as PDF."""

from io import BytesIO

import pytest
from pypdf import PdfWriter

from timeline.ingest import article_text
from timeline.ingest.article_text import Unreadable, text_of, tidy

PAGE = """<!doctype html><html><head><title>No</title><style>p{}</style></head><body>
<nav><ul><li>Home<li>News</ul></nav>
<main><h1>A bridge</h1><p>Ada&nbsp;Brook said <b>no</b>.<br>Twice.</p><p hidden>Subscribe</p>
<figure><figcaption>A photograph</figcaption></figure><p>She left<script>track()</script> on 3 May.</main>
<footer>All rights</footer></body></html>"""


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", b"one\r\ntwo\r\n\r\n\r\n\r\nthree  \n", "one\ntwo\n\nthree"),
        ("a.txt", "\ufeffКиїв".encode(), "Київ"),
        ("a.txt", "Київ, 3 травня".encode("utf-16"), "Київ, 3 травня"),
        ("a.txt", "Президент сказав, що ні.".encode("cp1251"), "Президент сказав, що ні."),
        ("a.txt", "Der Präsident sagte „nein“.".encode("cp1252"), "Der Präsident sagte „nein“."),
        ("a.txt", "Cafe\u0301\x00\x07 no".encode(), "Café no"),
        ("a.html", PAGE.encode(), "A bridge\n\nAda Brook said no.\nTwice.\n\nShe left on 3 May."),
        ("a", PAGE.encode(), "A bridge\n\nAda Brook said no.\nTwice.\n\nShe left on 3 May."),
        ("a.htm", '<meta charset="koi8-r"><p>Киев</p>'.encode("koi8-r"), "Киев"),
        ("a.html", b"<p>One<p>Two &amp; three<div>Four</p></div></nav>", "One\n\nTwo & three\n\nFour"),
    ],
)
def test_what_is_read(name, content, text):
    assert text_of(name, content) == text


def pdf(*lines):
    """A PDF of one page with these lines, written by hand: nothing here needs a library to make one."""
    show = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {show} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF"
    return body + end % (table, len(body))


def test_a_pdf_is_read_and_its_hyphens_are_joined():
    assert (
        text_of("a.pdf", pdf("Ada Brook ruled out a sec-", "ond bridge."))
        == "Ada Brook ruled out a second bridge."
    )


def locked():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def written(writer):
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def scanned():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    return written(writer)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.docx", b"PK\x03\x04", "is none of .txt, .html and .pdf"),
        ("a.txt", b" \n", "The file is empty."),
        ("a.txt", b"\x00\x01\x02\xff" * 9, "The file is no text."),
        ("a.txt", b"\xff\xfea\x00b", "The file is damaged"),
        ("a.html", b"<script>only()</script>", "There is no text in it."),
        ("a.pdf", b"%PDF-1.4 and nothing more", "The PDF is damaged"),
        ("a.pdf", locked, "The PDF is locked with a password."),
        ("a.pdf", scanned, "a scan"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(name, content, reason):
    with pytest.raises(Unreadable, match=reason):
        text_of(name, content() if callable(content) else content)


def test_what_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(article_text, "LARGEST_FILE", 1_000_000)
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        text_of("a.txt", b"a" * 1_000_001)
    with pytest.raises(Unreadable, match="has 100,001 characters"):
        tidy("a" * 100_001)
