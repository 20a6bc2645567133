"""Lines that stand behind the articles of web pages: comments, tags, about the author, the next article."""

from newssearch.readers.patterns import lazily
from newssearch.readers.plain import boilerplate

_LONGEST = 80
"""Characters of such a line."""

_LETTERS = lazily(r"[^\W\d_]+")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


_COMMENTS = _phrases("""
    comments|all comments|top comments|top rated comments|latest comments|featured comments|reader comments
    |post a comment|post comment|post your comment|leave a comment|leave your comment|leave a reply
    |add a comment|add comment|write a comment|submit a comment|view comments|view all comments|show comments
    |read comments|read all comments|load comments|comments are closed|comments are off|comment policy
    |join the conversation|join the discussion|start the conversation|have your say|thoughts on|kommentare
    |kommentar schreiben|kommentar verfassen|kommentar hinterlassen|kommentieren|leserkommentare
    |schreibe einen kommentar|schreiben sie einen kommentar|hinterlasse einen kommentar|hinterlasse eine antwort
    |antwort hinterlassen|ihr kommentar|dein kommentar|kommentare geschlossen|diskutieren sie mit
    |kommentare zu diesem artikel|commentaires|laisser un commentaire|laissez un commentaire
    |ajouter un commentaire|réagir|réactions|vos commentaires|vos réactions|comentarios|comentar
    |deja un comentario|dejar un comentario|deja una respuesta|dejar una respuesta|normas de uso
    |normas de participación|comentários|comente|deixe um comentário|deixe uma resposta|deixe o seu comentário
    |commenti|lascia un commento|lascia una risposta|commenta|reacties|reactie|plaats een reactie
    |geef een reactie|kommentarer|skriv en kommentar|komentarze|dodaj komentarz|komentáře|комментарии
    |комментарий|оставить комментарий|댓글|댓글쓰기|コメント|コメントを残す|评论|評論|发表评论
""")
"""What heads readers' comments, and the rules for them; behind them is no article."""

_BEHIND = _phrases("""
    about the author|about author|about the authors|author|filed under|posted in|tags|tagged|tagged with
    |related tags|tagged in|topics|categories|previous post|next post|previous article|next article
    |previous story|next story|previous|next|post navigation|share this|share this article|share this story
    |share this post|source|sources|like this|comment|reply|replies|responses|kommentar|commentaire|contact us
    |more stories|see more on|explore more|explore further|read full article|beitrags navigation
    |beitragsnavigation|ähnliche beiträge|ähnliche artikel|verwandte artikel|verwandte themen|weitere artikel
    |weitere beiträge|weitere themen|weitere meldungen|weitere nachrichten|mehr artikel|mehr aus
    |neueste beiträge|neueste artikel|themen|schlagworte|schlagwörter|stichworte|über den autor|über die autorin
    |zur startseite|vorheriger artikel|nächster artikel|vorheriger beitrag|nächster beitrag|teilen
    |artikel teilen|beitrag teilen|teilen mit|gefällt mir|das könnte dir auch gefallen|quelle|quellen
    |articles similaires|articles liés|articles récents|mots clés|à propos de l auteur|article précédent
    |article suivant|partager|partager cet article|étiquettes|artículos relacionados|etiquetas|temas
    |archivado en|artículo anterior|artículo siguiente|compartir|artigos relacionados|notícias relacionadas
    |assuntos|compartilhar|veja também|articoli correlati|articoli recenti|tag correlati|condividi|argomenti
    |gerelateerde artikelen|lees ook|deel dit artikel|läs också|les også|læs også|zobacz także|czytaj także|tagi
    |читайте также|теги|по теме|태그|タグ|标签|標籤
""")
"""What heads tags, neighbours and shares; an article may go on behind it."""


def _key(line: str) -> str:
    return " ".join(_LETTERS.findall(line.casefold()))


def heads_comments(line: str) -> bool:
    """Whether readers' comments, or their rules, begin with this line.

    >>> heads_comments("[ 12 Comments ]"), heads_comments("Comment is free.")
    (True, False)
    """
    return len(line) <= _LONGEST and _key(line) in _COMMENTS


def ends(line: str) -> bool:
    """Whether this stands behind an article, or between its parts, and heads what is none of it.

    >>> ends("Tags:"), ends("Related articles"), ends("Oil falls")
    (True, True, False)
    """
    return len(line) <= boilerplate.LONGEST and (_key(line[: _LONGEST + 1]) in _BEHIND or boilerplate.is_heading(line))


def is_any(line: str) -> bool:
    """Whether either is so."""
    return ends(line) or heads_comments(line)
