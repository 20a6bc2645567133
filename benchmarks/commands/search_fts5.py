"""Search a table of SQLite's FTS5: ten headlines with snippets, as a person would write it with click."""

import sqlite3

import click

SELECT = """
SELECT headline, snippet(articles, 2, char(27) || '[1m', char(27) || '[0m', '...', 64), rank
FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?
"""


@click.command()
@click.argument("file", type=click.Path(exists=True))
@click.argument("query")
@click.option("--limit", default=10, show_default=True)
def search(file: str, query: str, limit: int) -> None:
    """Print the articles of the database FILE that answer QUERY best."""
    base = sqlite3.connect(file)
    (total,) = base.execute("SELECT count(*) FROM articles WHERE articles MATCH ?", (query,)).fetchone()
    click.echo(f"{total} articles\n")
    for number, (headline, snippet, rank) in enumerate(base.execute(SELECT, (query, limit)), 1):
        click.echo(f"{number}. {click.style(headline, bold=True)}  ({-rank:.2f})")
        click.echo(f"   {' '.join(snippet.split())}\n")


if __name__ == "__main__":
    search()
