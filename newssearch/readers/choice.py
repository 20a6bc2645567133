"""Which files of a source are to be read: by the shapes of their paths below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Self

from newssearch.errors import UsageError

_LONGEST = 1000
"""Characters of a glob."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Files that a glob of `include` fits (or all, where there is none), without those that one of `exclude` fits.

    In a glob, ``*`` is any run of characters and ``?`` any one, but for slashes, ``[a-z]`` any of some, and ``**`` any
    folders. Without a slash it fits a name at any depth, with one (but at its end) the path from the source on. What
    ends in a slash is a folder with all below it, and whatever folder is excluded, all below it is.

    >>> choice = Choice.of(["*.txt", "wire/"], ["drafts", "/2024/**/old-*"])
    >>> [choice.takes(path) for path in ("a.txt", "2025/a.txt", "2025/wire/b.xml", "b.xml")]
    [True, True, True, False]
    >>> [choice.takes(path) for path in ("drafts/a.txt", "2024/wire/05/old-a.txt", "2025/old-a.txt")]
    [False, False, True]
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for glob in (*self.include, *self.exclude):
            _segments(glob)

    @classmethod
    def of(cls, include: str | Iterable[str], exclude: str | Iterable[str]) -> Self:
        """The choice that these globs make. Raises `UsageError` for one that fits no file, or is another tool's."""
        return cls(*((globs,) if isinstance(globs, str) else tuple(globs) for globs in (include, exclude)))

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.include or self.exclude)

    def takes(self, path: str) -> bool:
        """Whether to read a file, by its path below the source, with slashes."""
        names = path.split("/")
        if self.include and not any(len(names) in _fitted(names, _segments(glob)) for glob in self.include):
            return False
        return not self.leaves_out(path)

    def leaves_out(self, path: str) -> bool:
        """Whether a file is excluded, or a folder that it is in."""
        return any(_fitted(path.split("/"), _segments(glob)) for glob in self.exclude)

    def leaves_out_folder(self, path: str) -> bool:
        """Whether a folder is excluded, and so all below it.

        >>> choice = Choice.of([], ["drafts/", "2024/*.txt"])
        >>> choice.leaves_out_folder("2025/drafts"), choice.leaves_out_folder("2024")
        (True, False)
        """
        return any(_fitted(path.split("/"), _folder(_segments(glob))) for glob in self.exclude)


EVERYTHING = Choice()


def _segments(glob: str) -> list[str]:
    """A glob's parts between slashes, so that each fits one name, or ``**`` any number of them."""
    if glob.startswith("!"):
        raise UsageError(f"{glob!r} begins with '!': --exclude says what to leave out")
    if "{" in glob.replace("[{]", ""):
        raise UsageError(f"{glob!r} has braces, which mean nothing here: give a glob for each ([{{] is a brace)")
    parts = glob.strip("/").split("/")
    if not all(parts) or {".", ".."} & {*parts} or len(glob) > _LONGEST:
        raise UsageError(f"{glob!r} fits no path below a source: give a glob as in *.txt, drafts/ or 2025/**/*.xml")
    if glob.endswith("/"):
        parts.append("**")
    if "/" not in glob.rstrip("/"):
        parts.insert(0, "**")
    return [*parts, "*"] if parts[-1] == "**" else parts  # what is below a folder is not the folder


def _folder(parts: list[str]) -> list[str]:
    """The parts that fit a folder, of those that fit what is below it."""
    return parts[:-2] if parts[-2:] == ["**", "*"] else parts


def _fitted(names: Sequence[str], parts: Sequence[str]) -> set[int]:
    """After how many of the names the parts may be at an end."""
    ends = {0}
    for part in parts:
        if part == "**":
            ends = set(range(min(ends), len(names) + 1)) if ends else ends
        else:
            ends = {at + 1 for at in ends if at < len(names) and fnmatchcase(names[at], part)}
    return ends
