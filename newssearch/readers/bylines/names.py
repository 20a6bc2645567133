"""One name of a byline: what of the words is the name, what the role, and whether they name a person at all."""

from newssearch.article import Author
from newssearch.patterns import lazily
from newssearch.readers.bylines import newsroom

LONGEST = 6
"""Words of a name, particles not counted; what has more is a sentence or a list."""

_PLACE = lazily(r"(?:^|\s+)(?:reporting\s+)?(?:in|from|via|IN|FROM|VIA)\s+[^\W\d_a-z].*|\s+et\sal\.?$")
_DEGREES = frozenset(
    """ba bsc bs cfa cfp dds dmd dvm edd esq facs frcp jd llm ma mba md mph ms msc pharmd phd psyd rd rdn rn dphil obe
    mbe""".split()  # noqa: SIM905
)
_SURE_DEGREES = frozenset(["dphil", "dvm", "edd", "esq", "mba", "md", "mph", "pharmd", "phd", "psyd", "rdn"])
_PARTICLES = frozenset(
    """abu af al at av ben bin binte bint d da dal de del della dem den der des di do dos du e el i ibn la las le les lo
    los of st te ten ter und van vom von y zu zum zur 't""".split()  # noqa: SIM905
)
_NO_EDGES = frozenset(
    """a am an and are as at auf aus bei but by dass das der die ein eine from fur für have i'm if im in is it mit my
    not of on or our so that the this to und via was we what when where who with you your""".split()  # noqa: SIM905
)
_NOT_IN_NAMES = lazily(r"[\d!?…:#_{}|=+*\\$€£%®™«»→@]")
_AROUND = " :*-–—'‘’“”\"„«»=+©"


def is_degrees(text: str) -> bool:
    """Whether these are a person's degrees: `PhD`, `M.D.`, `MS, RD`."""
    words = text.replace(",", " ").split()
    return 0 < len(words) <= 4 and all(_bare(word) in _DEGREES and word[0].isupper() for word in words)


def without_place(text: str) -> str:
    """A name without the place, the channel or the `et al.` behind it.

    >>> without_place("Jane Doe in Paris")
    'Jane Doe'
    """
    return _PLACE.sub("", text)


def person(text: str) -> Author | None:
    """The person that a text names, with the role next to the name; None where it names none.

    >>> person("Jane Doe PhD in Paris"), person("in our next edition")
    (Author(name='Jane Doe', role='', email=''), None)
    """
    words = without_place(text).strip(_AROUND).split()
    while len(words) > 2 and _bare(words[-1]) in _SURE_DEGREES and words[-1] != words[-1].lower():
        words.pop()
    first, last = newsroom.parted_role(words) if newsroom.speaks_of(words) else (0, len(words))
    name = _closed(" ".join(words[first:last]))
    if text.lstrip().startswith("©") or not is_name(name):
        return None
    return Author(name=name, role=" ".join(words[last:]) or " ".join(words[:first]))


def is_name(name: str) -> bool:
    """Whether a text may be a person's name: no sentence, no number, no initials in small letters."""
    if not name or _NOT_IN_NAMES.search(name) or not any(map(str.isalpha, name)):
        return False
    every = name.split()
    words = [word for word in every if word.casefold() not in _PARTICLES]
    small = [word for word in words if word[0].islower() and word[-1].islower()]
    if (
        not words
        or len(words) > LONGEST
        or every[0] in _NO_EDGES
        or every[-1] in _NO_EDGES
        or (len(small) > 1 and len(small) < len(words))
    ):
        return False
    return len(name) > 3 or not name.isascii() or not name.islower()


def _closed(name: str) -> str:
    """A name without the full stop of its line, which no initial and no `Jr.` has."""
    name = name.rstrip(",")
    last = name[name.rfind(" ") + 1 :]
    return name[:-1] if len(last) > 3 and last.endswith(".") and "." not in last[:-1] else name


def _bare(word: str) -> str:
    return word.replace(".", "").strip(",").casefold()
