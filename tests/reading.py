"""What a reader gave of a file: its articles, and what it remarked."""

from newssearch.readers.contract import Remark, Revision


def articles(items):
    """The articles, those that replace others too."""
    return [item.article if isinstance(item, Revision) else item for item in items if not isinstance(item, Remark)]


def messages(items):
    """What the remarks say."""
    return [item.message for item in items if isinstance(item, Remark)]
