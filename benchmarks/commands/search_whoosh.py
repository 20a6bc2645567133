"""Search a Whoosh index: ten headlines with snippets, as a person would write it with click."""

import click
from whoosh.highlight import UppercaseFormatter
from whoosh.index import open_dir
from whoosh.qparser import MultifieldParser

WEIGHTS = {"headline": 4.0, "subheads": 2.0, "body": 1.0, "byline": 1.0}


@click.command()
@click.argument("folder", type=click.Path(exists=True))
@click.argument("query")
@click.option("--limit", default=10, show_default=True)
def search(folder: str, query: str, limit: int) -> None:
    """Print the articles of the index in FOLDER that answer QUERY best."""
    index = open_dir(folder)
    parser = MultifieldParser(list(WEIGHTS), index.schema, fieldboosts=WEIGHTS)
    with index.searcher() as searcher:
        found = searcher.search(parser.parse(query), limit=limit)
        found.formatter = UppercaseFormatter()
        click.echo(f"{len(found)} articles\n")
        for hit in found:
            click.echo(f"{hit.rank + 1}. {click.style(hit['headline'], bold=True)}  ({hit.score:.2f})")
            click.echo(f"   {' '.join(hit.highlights('body').split())}\n")


if __name__ == "__main__":
    search()
