"""A columnar index with other bytes in it: the right answer, or an error that names the file. Never anything else."""

import contextlib
import shutil

import pytest
from columnar_index import answers, article, check, data_files, searched_files
from damaged import flipped
from forged import forge

from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.columnar.layout import FILES
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.engines.whoosh.sketch_file import SKETCHES_FILE
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, IndexPlaceError

SEARCHED = [ending for ending in FILES if ending != SKETCHES_FILE]


def sources_of(folder):
    """The file of the sources."""
    return next(name for name in manifests.read(folder).files if name.startswith("sources-"))


def asked(folder):
    """The files that a question may read: neither the list of sources, nor the table of contents, which is Whoosh's."""
    return sorted(name for name in manifests.read(folder).files if not name.startswith(("sources-", "_MAIN_")))


def swept(folder, step, offset=0):
    """Every so manieth byte of each file is another, one at a time; how many made an error."""
    right, noticed, tried = answers(folder), 0, 0
    for name in asked(folder):
        whole = (folder / name).read_bytes()
        with (folder / name).open("r+b", buffering=0) as file:
            for at in range(offset % step, len(whole), step):
                file.seek(at)
                file.write(flipped(whole, at)[at : at + 1])
                noticed += check(folder, name, right)
                tried += 1
                file.seek(at)
                file.write(whole[at : at + 1])
    assert answers(folder) == right
    return noticed, tried


def test_a_byte_that_is_another_is_an_error_that_names_the_file_or_does_no_harm(index):
    noticed, tried = swept(index, 101)

    assert noticed > tried * 0.8


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_single_byte_that_is_another_is_an_error_that_names_the_file_or_does_no_harm(index, part):
    noticed, tried = swept(index, 4, part)

    assert noticed > tried * 0.8


def test_a_manifest_with_another_byte_leads_to_no_other_error(index):
    whole = (index / "manifest.json").read_bytes()
    for at in range(0, len(whole), 23):
        (index / "manifest.json").write_bytes(flipped(whole, at))
        with contextlib.suppress(IndexPlaceError):
            answers(index)


def test_other_settings_in_a_manifest_are_an_error(index):
    whole = (index / "manifest.json").read_bytes()
    (index / "manifest.json").write_bytes(whole.replace(b'"UTC"', b'"UTX"'))

    with pytest.raises(DamagedIndex, match=r"manifest\.json"):
        _ = WhooshEngine(index).settings


def test_other_sources_are_an_error_that_names_the_file(index):
    (index / sources_of(index)).write_bytes(b"[]\n")

    with pytest.raises(DamagedIndex, match="sources"):
        list(WhooshEngine(index).sources())


def test_verify_finds_every_byte_that_is_another_even_where_the_manifest_swears_to_it(index):
    for name in data_files(index):
        whole = (index / name).read_bytes()
        manifest = (index / "manifest.json").read_bytes()
        for at in range(0, len(whole), max(1, len(whole) // 15)):
            changed = flipped(whole, at)
            forge(index, name, changed)
            assert any(line.startswith(name) or f" {name}: " in line for line in verify(index)), (name, at)
        (index / name).write_bytes(whole)
        (index / "manifest.json").write_bytes(manifest)
    assert list(verify(index)) == []


def merged(folder):
    """Add enough that every segment is rewritten; the ids that are then there."""
    with Writer(folder) as writer:
        for number in range(12, 30):
            writer.add(article(number))
        writer.commit({"zone": "UTC"}, [b"{}"])
    return sorted(stored.article.id for stored in WhooshEngine(folder).articles())


def test_a_merge_of_bytes_that_are_others_is_an_error_that_names_the_file_and_commits_nothing(sound, tmp_path):
    folder = tmp_path / "index"
    shutil.copytree(sound, folder)
    names = data_files(folder)
    right = merged(folder)
    assert len(manifests.read(folder).files) == 3 + len(FILES)
    for name in names:
        size = (sound / name).stat().st_size
        for at in range(0, size, max(1, size // 10)):
            shutil.rmtree(folder)
            shutil.copytree(sound, folder)
            whole = (folder / name).read_bytes()
            (folder / name).write_bytes(flipped(whole, at))
            before = manifests.read(folder)
            try:
                assert merged(folder) == right
                assert list(verify(folder)) == []
            except DamagedIndex as error:
                assert name in str(error)  # noqa: PT017 - either is well
                assert manifests.read(folder) == before


def test_a_file_that_is_cut_off_or_longer_is_an_error_that_names_it(index):
    right = answers(index)
    for name in sorted(manifests.read(index).files):
        whole = (index / name).read_bytes()
        for size in {*range(0, len(whole), max(1, len(whole) // 12)), len(whole) - 1}:
            (index / name).write_bytes(whole[:size])
            assert check(index, name, right)
        (index / name).write_bytes(whole + b"x")
        assert check(index, name, right)
        (index / name).write_bytes(whole)


def test_a_file_that_is_cut_off_is_an_error_that_names_it_even_where_the_manifest_swears_to_it(index):
    right, manifest = answers(index), (index / "manifest.json").read_bytes()
    for name in searched_files(index):
        whole = (index / name).read_bytes()
        for size in {*range(0, len(whole), max(1, len(whole) // 12)), len(whole) - 1}:
            forge(index, name, whole[:size])
            assert check(index, name, right)
        (index / name).write_bytes(whole)
        (index / "manifest.json").write_bytes(manifest)


@pytest.mark.parametrize("size", [64, 512, 4096])
def test_zeroed_blocks_are_errors_that_name_the_file(index, size):
    right = answers(index)
    for name in searched_files(index):
        whole = (index / name).read_bytes()
        for at in range(0, len(whole), max(size, len(whole) // 8)):
            changed = whole[:at] + bytes(len(whole[at : at + size])) + whole[at + size :]
            (index / name).write_bytes(changed)
            check(index, name, right)
        (index / name).write_bytes(whole)


def test_a_file_in_the_place_of_another_kind_is_an_error_that_names_it(index):
    right, (first, *_) = answers(index), searched_files(index)
    stem = first.rpartition(".")[0]
    for ending in SEARCHED:
        whole = (index / f"{stem}.{ending}").read_bytes()
        for other in set(SEARCHED) - {ending}:
            forge(index, f"{stem}.{ending}", (index / f"{stem}.{other}").read_bytes())
            assert check(index, f"{stem}.{ending}", right)
        forge(index, f"{stem}.{ending}", whole)
