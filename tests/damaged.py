"""What disks, wires and programs make of files: cut off, with pieces lost, doubled or overwritten, encoded again."""

from hypothesis import strategies as st

ENCODINGS = ["utf-16", "utf-32", "cp1252", "euc-jp", "shift_jis"]
"""What a text may have been encoded in by mistake."""


KINDS = ["cut off", "overwritten", "changed", "lost", "doubled", "nested", "replaced"]


def flipped(data, at):
    """The same bytes but for one."""
    return data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :]


@st.composite
def damaged(draw, sound, scraps=(), encodings=(), most=3):
    """One of the sound files, damaged up to so many times; `scraps` are bytes that its readers take for a sign."""
    data = draw(st.sampled_from(sound))
    put = st.sampled_from([b"", b"\0", bytes(4), b"\xff" * 4, *scraps]) | st.binary(max_size=40)
    for _ in range(draw(st.integers(0, most))):
        at, length = draw(_places(len(data))), draw(_lengths(len(data)))
        match draw(st.sampled_from([*KINDS, "encoded"] if encodings else KINDS)):
            case "cut off":
                data = data[: max(len(data) - length, 0)]
            case "overwritten":
                data = data[:at] + draw(put) + data[at + length :]
            case "changed":
                data = data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at + 1 :]
            case "lost":
                data = data[:at] + data[at + length :]
            case "doubled":
                data = data[: at + length] + data[at:]
            case "nested":
                data = data[:at] + draw(st.sampled_from(sound)) + data[at:]
            case "replaced":
                data = data.replace(data[at : at + 1] or b"\n", draw(put), 100)
            case "encoded":
                data = data.decode("utf-8", "replace").encode(draw(st.sampled_from(encodings)), "replace")
    return data


def _places(size):
    """Anywhere, and more often where most formats say how they are to be read."""
    return st.integers(0, size) | st.integers(0, size) | st.integers(0, min(size, 600))


def _lengths(size):
    return st.integers(0, 40) | st.integers(0, 600) | st.integers(0, size)


def json_values(names):
    """Anything that JSON can hold; the members of its objects have these names."""
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
        max_leaves=6,
    )
