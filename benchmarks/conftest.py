"""The examples of modules whose engine is not installed are not run."""

from importlib.util import find_spec

PEERS = ("tantivy", "xapian")

collect_ignore_glob = ["commands/*", *(f"adapters/{peer}.py" for peer in PEERS if find_spec(peer) is None)]
