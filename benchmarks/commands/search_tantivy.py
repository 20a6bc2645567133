"""Search a tantivy index: ten headlines with snippets, as a person would write it with click."""

from html import unescape

import click
from tantivy import Filter, Index, SnippetGenerator, TextAnalyzerBuilder, Tokenizer

WEIGHTS = {"headline": 4.0, "subheads": 2.0, "body": 1.0, "byline": 1.0}


@click.command()
@click.argument("folder", type=click.Path(exists=True))
@click.argument("query")
@click.option("--limit", default=10, show_default=True)
def search(folder: str, query: str, limit: int) -> None:
    """Print the articles of the index in FOLDER that answer QUERY best."""
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(256)).filter(Filter.lowercase())
    index = Index.open(folder)
    index.register_tokenizer("news", builder.filter(Filter.ascii_fold()).filter(Filter.stemmer("english")).build())
    searcher = index.searcher()
    parsed = index.parse_query(query, list(WEIGHTS), WEIGHTS, conjunction_by_default=True)
    found = searcher.search(parsed, limit)
    click.echo(f"{found.count} articles\n")  # type: ignore[attr-defined, unused-ignore]
    snippets = SnippetGenerator.create(searcher, parsed, index.schema, "body")
    for number, (score, address) in enumerate(found.hits, 1):
        article = searcher.doc(address)
        click.echo(f"{number}. {click.style(article.get_first('headline'), bold=True)}  ({score:.2f})")
        shown = snippets.snippet_from_doc(article).to_html().replace("<b>", "\x1b[1m").replace("</b>", "\x1b[0m")
        click.echo(f"   {unescape(' '.join(shown.split()))}\n")


if __name__ == "__main__":
    search()
