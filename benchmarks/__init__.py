"""How fast newssearch and its peers are, and how large: one run over a JSONL file, written down with its date.

``python -m benchmarks FILE`` is all there is to it; README.md says what each number is.
"""
