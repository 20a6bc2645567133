"""The parts of a message: which of them is its text, and what is attached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from newssearch.readers.encoding import clean
from newssearch.readers.fragment import Flow, flow
from newssearch.readers.mail.headers import decoded, text_of

_DEEPEST = 20
_LARGEST_TEXT = 16 << 20


@dataclass(slots=True)
class Parts:
    """What a message holds: its text, as lines or as a flow of HTML, and what is attached to it."""

    lines: list[str] = field(default_factory=list)
    flow: Flow | None = None
    messages: list[bytes] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)


def parts(message: Message) -> Parts:
    """The parts of a message. Its plain text is its text, but where that only stands in for the HTML."""
    found = Parts()
    texts: list[str] = []
    markup: list[str] = []
    for part in _leaves(message, 0):
        kind = part.get_content_type()
        named = decoded(part.get_filename("") or "")
        if kind == "message/rfc822":
            found.messages += [inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Message)]
        elif part.get_content_disposition() == "attachment" or named or kind not in {"text/plain", "text/html"}:
            found.attached.append(named or kind)
        elif text := _text(part):
            (texts if kind == "text/plain" else markup).append(text)
    plain = "\n\n".join(texts)
    if markup:
        held = flow("\n".join(markup))
        if len("".join(plain.split())) * 3 < sum(len("".join(p.split())) for p in held.paragraphs) or not plain.strip():
            found.flow = held
            return found
    found.lines = plain.split("\n")
    return found


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    """The parts that are no lists of parts; of alternatives, all."""
    if part.get_content_maintype() == "multipart" and part.is_multipart() and depth < _DEEPEST:
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from _leaves(inner, depth + 1)
    elif part.get_content_type() not in _CONTROL:
        yield part


_CONTROL = frozenset(
    ["application/pgp-signature", "application/pkcs7-signature", "text/calendar", "message/delivery-status"]
)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = clean(text_of(payload[:_LARGEST_TEXT], part.get_content_charset("") or ""))
    if str(part.get_param("format", "")).lower() == "flowed":
        return unflowed(text, joined="" if str(part.get_param("delsp", "")).lower() == "yes" else " ")
    return text


def unflowed(text: str, joined: str = " ") -> str:
    r"""Text with the lines joined that end with a space: RFC 3676.

    >>> unflowed("Oil fell \non Monday.\nGas rose.")
    'Oil fell on Monday.\nGas rose.'
    """
    return re.sub(r"(?<=[^\n ])(?<!^--) \n(?![> \n]|-- ?$)", joined, text, flags=re.MULTILINE)
