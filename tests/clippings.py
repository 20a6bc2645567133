"""Small files to make archives of."""

import json

CLIPPING = "Oil falls\nBy Jane Doe\n2025-09-28 08:33\nPARIS — Oil fell on Sunday, traders said.\nThey sold all day.\n"


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def write_lines(path, *records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
