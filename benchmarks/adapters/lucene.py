"""Lucene, in a Java program of its own (java/Peer.java) that is asked over a pipe and times itself.

Its jars are fetched once, by Maven, into the user's cache folder, and the program is
compiled there. Java's compiler gets faster at what it sees often: each question is asked
twenty times before it is timed first, and Lucene's query cache is off.
"""

import json
import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import which

from benchmarks.adapters import Found, Missing
from benchmarks.adapters.prepared import days
from benchmarks.questions import Question

SOURCES = Path(__file__).parent / "java"

OPTIONS = ("-XX:+UseSerialGC", "-Xmx2g")
"""Java's own: one thread for the garbage."""


class Lucene:
    """A Lucene index in a folder."""

    lacks = frozenset[str]()

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._java = program()

    @property
    def versions(self) -> dict[str, str]:
        release = self._output("version").strip()
        java = subprocess.run(["java", "--version"], check=True, capture_output=True, text=True).stdout
        return {"Lucene": release, "Java": java.split()[1]}

    def build(self, articles: Path) -> int:
        return int(self._output("build", str(articles), str(self._folder)))

    def _output(self, *arguments: str) -> str:
        return subprocess.run([*self._java, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def open(self) -> None:
        self._process = subprocess.Popen(
            [*self._java, "serve", str(self._folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def close(self) -> None:
        self._process.communicate()

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        return self._asked(question, limit, "total" if total else "ids")

    def page(self, question: Question, limit: int) -> Found:
        return self._asked(question, limit, "page")

    def _asked(self, question: Question, limit: int, mode: str) -> Found:
        first, last = days(question.period) if question.period else (0, 0)
        plain = {"shape": question.shape, "words": question.words, "author": question.author}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({**plain, "first": first, "last": last, "limit": limit, "mode": mode}))
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return Found(answer["ids"], answer["total"] if mode == "total" else None, answer["seconds"])

    def ids(self, found: Found) -> list[str]:
        return list(found.hits)

    def command(self, question: Question, index: str) -> list[str]:
        return [*self._java, "query", index, " ".join(question.words)]


@cache
def program() -> tuple[str, ...]:
    """What starts the Java program, which is made where it is not there yet. Raises `Missing`."""
    for tool in ("java", "javac", "mvn"):
        if which(tool) is None:
            raise Missing(f"{tool} is not installed")
    if not made():
        _make(_folder())
    return ("java", *OPTIONS, "-cp", f"{_folder()}{os.pathsep}{_folder()}/jars/*", "Peer")


def made() -> bool:
    """Whether the program is there, so that nothing has to be fetched."""
    return (_folder() / "Peer.class").exists()


def _folder() -> Path:
    """Another one whenever the sources change."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    sources = sha256(b"".join(path.read_bytes() for path in sorted(SOURCES.iterdir())))
    return cache / "newssearch-benchmark" / f"lucene-{sources.hexdigest()[:12]}"


def _make(folder: Path) -> None:
    copy = ["dependency:copy-dependencies", f"-DoutputDirectory={folder / 'jars'}", "-DincludeScope=runtime"]
    _told("mvn", "-q", "-B", "-f", str(SOURCES / "pom.xml"), *copy)
    _told("javac", "-cp", f"{folder / 'jars'}/*", "-d", str(folder), str(SOURCES / "Peer.java"))


def _told(*command: str) -> None:
    """Run a tool; what it says goes to standard error, as it may name folders, and no result does."""
    if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
        raise Missing(f"{command[0]} failed")
