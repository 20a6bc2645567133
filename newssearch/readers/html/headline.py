"""A page's headline, without the site's name."""

from collections.abc import Sequence

from newssearch.analysis import fold
from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk
from newssearch.readers.html.lines import Line
from newssearch.readers.html.metadata import Metadata

LONGEST = 300
"""Characters of a headline; a longer text is none."""

_SEPARATOR = lazily(r"\s+[|•·–—»«:~/\\-]+\s+|\s*[|•»｜_]\s*|:\s+|\s[–—]|[–—]\s")
_WORD = lazily(r"[^\W_]+")


def headline(page: Metadata, lines: Sequence[Line]) -> tuple[str, int]:
    """The headline as it is printed, and the number of the line that it stands on (-1: on none).

    A heading on the page is the headline where the page's own title says so too; one that
    nothing speaks for may be the site's name. It is the headline as well where it is the page's
    only one, and its `<title>`, which says another thing, is all else that there is.
    """
    given = [
        page.graph.line("headline"),
        *page.prop("headline")[:1],
        page.first("og:title"),
        page.first("twitter:title"),
        page.title,
    ]
    titles = [text for title in given if (text := without_site(title, page)[:LONGEST].strip())]
    heads = [(at, line) for at, line in enumerate(lines) if line.is_head and not line.aside]
    printed = [(at, line) for at, line in heads if line.block.tag == "h1"] or heads[:3]
    best = max(((_likeness(line.text, title), -at) for at, line in printed for title in titles), default=(0.0, 0))
    if best[0] >= 0.5:
        at = -best[1]
        return lines[at].text, at
    part, at = _in_title(heads, titles)
    if part:
        return part, at
    if titles and (any(given[:-1]) or not _is_alone(printed, titles[0])):
        return titles[0], _line_with(titles[0], lines)
    first = next((at for at, line in printed if line.block.tag == "h1"), -1)
    return (lines[first].text, first) if first >= 0 and len(lines[first].text) <= LONGEST else ("", -1)


def _in_title(heads: Sequence[tuple[int, Line]], titles: Sequence[str]) -> tuple[str, int]:
    """The longer part of a title that stands as a heading on the page, and the number of its line; ("", -1): none.

    So it is where the one `<h1>` of a page is the site's logo. A heading before it in the title is part of it.
    """
    names = {plain(line.text): at for at, line in reversed(heads)}
    for title in titles:
        for cut in _SEPARATOR.finditer(title):
            before, behind = title[: cut.start()], title[cut.end() :]
            part = max(before, behind, key=len)
            if plain(part) in names and (part is before or plain(before) not in names):
                return part, names[plain(part)]
    return "", -1


def _is_alone(printed: Sequence[tuple[int, Line]], title: str) -> bool:
    """Whether a page's one `<h1>` has words that its title has not; the site's name is in most titles."""
    heads = [line.text for _, line in printed if line.block.tag == "h1"]
    return len(heads) == 1 and len(heads[0].split()) > 2 and plain(heads[0]) not in plain(title)


def without_site(title: str, page: Metadata) -> str:
    """A title without the name of the site before or behind it."""
    title = " ".join(title.split())
    names = site_names(page)
    for _ in range(2):
        cuts = [*_SEPARATOR.finditer(title)]
        for cut in (*cuts[::-1], *cuts):
            if is_site(title[cut.end() :], names) or cjk.is_paper(title[cut.end() :]):
                title = title[: cut.start()]
                break
            if is_site(title[: cut.start()], names):
                title = title[cut.end() :]
                break
        else:
            break
    return "" if plain(title) in names else title


def site_names(page: Metadata) -> frozenset[str]:
    """What the site is called, as `plain` writes it: its name, its host, and the host's own part."""
    own = page.host.rpartition(".")[0].rpartition(".")[2]
    return frozenset(filter(None, map(plain, (page.site, page.host, own))))


def is_site(text: str, names: frozenset[str]) -> bool:
    """Whether a text is one of the names that a site has: `zeit` of zeit.example is `ZEIT ONLINE` too."""
    bare = plain(text)
    return bool(bare) and (
        bare in names
        or any(
            len(name) > 3
            and (bare.startswith(name) or name.startswith(bare))
            and abs(len(bare) - len(name)) < 8
            and len(bare) > 3
            for name in names
        )
    )


def plain(text: str) -> str:
    """A text as letters and figures alone."""
    return "".join(_WORD.findall(fold(text)))


def _likeness(text: str, title: str) -> float:
    """How much of the words of two headlines are the same, 0 to 1: half at least where a title is cut short."""
    if len(text) > LONGEST:
        return 0.0
    one, other = set(_WORD.findall(fold(text))), set(_WORD.findall(fold(title)))
    alike = 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
    return max(alike, 0.5) if other and other <= one else alike


def _line_with(title: str, lines: Sequence[Line]) -> int:
    wanted = plain(title)
    return next((at for at, line in enumerate(lines) if len(line.text) <= LONGEST and plain(line.text) == wanted), -1)
