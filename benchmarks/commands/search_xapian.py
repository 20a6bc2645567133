"""Search a Xapian database: ten headlines with snippets, as a person would write it with click."""

import json

import click
import xapian


@click.command()
@click.argument("folder", type=click.Path(exists=True))
@click.argument("query")
@click.option("--limit", default=10, show_default=True)
def search(folder: str, query: str, limit: int) -> None:
    """Print the articles of the database in FOLDER that answer QUERY best."""
    base = xapian.Database(folder)
    stemmer = xapian.Stem("english")
    parser = xapian.QueryParser()
    parser.set_database(base)
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_ALL)
    parser.set_default_op(xapian.Query.OP_AND)
    enquire = xapian.Enquire(base)
    enquire.set_query(parser.parse_query(query))
    found = enquire.get_mset(0, limit, base.get_doccount())
    click.echo(f"{found.get_matches_estimated()} articles\n")
    for hit in found:
        article = json.loads(hit.document.get_data())
        snippet = found.snippet(
            article["body"], 450, stemmer, xapian.MSet.SNIPPET_BACKGROUND_MODEL, "\x1b[1m", "\x1b[0m"
        )
        click.echo(f"{hit.rank + 1}. {click.style(article['headline'], bold=True)}  ({hit.weight:.2f})")
        click.echo(f"   {' '.join(snippet.decode().split())}\n")


if __name__ == "__main__":
    search()
