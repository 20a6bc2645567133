"""What tests share: small articles, small indexes, and how Hypothesis runs."""

import os
import shutil
from contextlib import closing
from datetime import date, time

import pytest
from every_engine import ENGINES, store
from hypothesis import HealthCheck, settings
from program import SEEDS, run

from newssearch import Article, Author, Moment, Subhead
from newssearch.engines.base import CODECS

settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quick")

SEED = Article(
    id="drug-hubs",
    headline="US Weighs Military Strikes on Venezuela Drug Hubs",
    byline="KO YONG-CHUL Reporter",
    authors=(Author(name="KO YONG-CHUL", role="Reporter", email="korocamia@naver.com"),),
    place="WASHINGTON",
    published=Moment(date(2025, 9, 28), time(8, 33, 37), "UTC", assumed=True),
    subheads=(Subhead("Escalating Military Posture", 1), Subhead("Diplomatic Backchannels", 2)),
    body=(
        "The Trump administration is considering strikes on drug trafficking centers.\n"
        "F-35 fighter jets are in the Caribbean, against the gang 'Tren de Aragua' (TdA).\n"
        "President Nicolás Maduro's state-owned radio called it an act of war. U.S. forces cost $50 million."
    ),
    boilerplate="WEEKLY HOT\n- 1Samsung Launches Galaxy",
    source="Korea Times",
    language="en",
    tags=("Venezuela", "Drugs, boats"),
    url="https://koreatimes.example/drug-hubs",
    section="World",
)
BOAT = Article(
    id="boat",
    headline="Navy strikes boat off Venezuela",
    byline="By Jane Doe and John Smith, AP",
    authors=(Author(name="Jane Doe", role="Staff Writer"), Author(name="John Smith")),
    agency="AP",
    place="SAN JUAN, Puerto Rico",
    published=Moment(date(2025, 9, 3), time(23, 30), "America/Puerto_Rico"),
    body="A striking picture. The vessel carried drugs for a cartel, officials told us. Trump praised the organization.",
    source="AP",
    language="en-US",
    url="https://ap.example/boat",
)
OPINION = Article(
    id="opinion",
    headline="Venezuelan exiles wait",
    authors=(Author(name="Y. Ko"), Author(name="Seán O'Brien")),
    published=Moment(date(2025, 10, 2)),
    body="Maduro stays. The organisation of exiles waits for drug policy and then for strikes. Email them.",
    source="Reuters",
)
FRENCH = Article(
    id="paris",
    headline="Les maisons de Paris",
    body="À l'Élysée, le président a parlé des maisons. 東京都知事も来た。",
    language="fr",
    source="AFP",
)
UNDATED = Article(id="undated", headline="A headline only")
ARTICLES = (SEED, BOAT, OPINION, FRENCH, UNDATED)


@pytest.fixture(scope="session")
def articles():
    return ARTICLES


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder for clippings, below the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clippings").mkdir()
    return tmp_path / "clippings"


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """The place of an index of the seeds, made by the real program."""
    place = tmp_path_factory.mktemp("place") / "index"
    assert run("index", SEEDS, "--index", place).returncode == 0
    return place


@pytest.fixture(params=CODECS)
def codec(request):
    """How the files of an index look: a folder that was begun with one keeps it."""
    return request.param


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    """An empty archive on each engine."""
    with closing(ENGINES[request.param](tmp_path)) as engine:
        yield engine


@pytest.fixture(scope="module", params=ENGINES)
def stocked(request, tmp_path_factory):
    """An archive of `ARTICLES` on each engine; no test changes it."""
    with closing(ENGINES[request.param](tmp_path_factory.mktemp("stocked"))) as engine:
        store(engine, ARTICLES)
        yield engine


@pytest.fixture
def unsynced(monkeypatch):
    """Without waiting for the disk: what is asked here is not what survives a crash."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="session")
def searchers(tmp_path_factory):
    """Whoosh's searchers of three segments in both codecs; no test writes to them."""
    from both_codecs import three_segments

    with three_segments(tmp_path_factory.mktemp("index")) as opened:
        yield opened


@pytest.fixture(scope="session")
def sound(tmp_path_factory):
    """A columnar index of two segments that no test changes."""
    from columnar_index import two_segments

    return two_segments(tmp_path_factory.mktemp("sound") / "index")


@pytest.fixture
def index(sound, tmp_path):
    """A copy of it, to put other bytes in."""
    return shutil.copytree(sound, tmp_path / "index")
