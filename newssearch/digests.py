"""SHA-256, loaded when it is first asked for: it brings OpenSSL along, and a question asks for no digest."""

import os


def sha256(data: bytes) -> bytes:
    """The digest of some bytes.

    >>> sha256(b"oil").hex()[:16]
    'ab7902bcbd91137e'
    """
    from hashlib import sha256

    return sha256(data).digest()


def file_sha256(path: str | os.PathLike[str]) -> str:
    """The digest of a file, in hexadecimal."""
    from hashlib import file_digest

    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()
