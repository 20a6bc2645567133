"""Lines that stand behind the articles of web pages: comments, tags, about the author, the next article."""

from newssearch.patterns import lazily
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.pages.wording import PAYWALL

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
    |join the conversation|join the discussion|start the conversation|have your say
    |comments our rules|thoughts on|kommentare
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
    |previous story|next story|post navigation|source|sources|like this|comment|reply|replies|responses
    |kommentar|commentaire|contact us|beitrags navigation|beitragsnavigation|themen|schlagworte|schlagwörter
    |stichworte|über den autor|über die autorin|zur startseite|vorheriger artikel|nächster artikel
    |vorheriger beitrag|nächster beitrag|gefällt mir|quelle|quellen|mots clés|à propos de l auteur|article précédent
    |article suivant|étiquettes|etiquetas|temas|archivado en|artículo anterior|artículo siguiente|assuntos
    |sobre la firma|suggested topics|related topics|related countries|mehr lesen über|les mer om|temas relacionados
    |how we reported this story|how we reported this|how we did this|about this story|about the writer|about the writers
    |about the reporter|about the reporters|about the journalist|corrections amplifications
    |republish this story|republish this article|republish our articles|creative commons license
    |request reprint licensing
    |zur person|zur autorin|zum autor|sobre el autor|sobre la autora|sobre o autor|sobre a autora|l autore
    |over de auteur
    |tag correlati|argomenti|tagi|теги|태그|タグ|标签|標籤
""")
"""What heads tags and neighbours, below an article's last line."""

_ASIDE = _phrases("""
    previous|next|share this|share this article|share this story|share this post|more stories|see more on|explore more
    |explore further|read full article|ähnliche beiträge|ähnliche artikel|verwandte artikel|verwandte themen
    |weitere beiträge|weitere meldungen|weitere nachrichten|mehr artikel|mehr aus|neueste beiträge|neueste artikel
    |teilen|artikel teilen|beitrag teilen|teilen mit|articles similaires|articles liés|articles récents|partager
    |partager cet article|artículos relacionados|compartir|artigos relacionados|notícias relacionadas|compartilhar
    |articoli correlati|articoli recenti|condividi|gerelateerde artikelen|deel dit artikel
""")
"""What heads other articles and shares, also between the parts of one."""


_BEHIND_OR_ASIDE = _BEHIND | _ASIDE


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
    return len(line) <= boilerplate.LONGEST and bool(
        (len(line) <= _LONGEST and (_key(line) in _BEHIND_OR_ASIDE or PAYWALL.fullmatch(line)))
        or boilerplate.is_heading(line)
    )


def is_behind(line: str) -> bool:
    """Whether what this heads stands below an article's last line.

    >>> is_behind("Tags:"), is_behind("Related articles")
    (True, False)
    """
    return len(line) <= _LONGEST and (_key(line) in _BEHIND or PAYWALL.fullmatch(line) is not None)


def heads_others(line: str) -> bool:
    """Whether this heads a list of other articles, which may stand between the parts of one.

    >>> heads_others("Tags:"), heads_others("Related articles")
    (False, True)
    """
    return boilerplate.is_heading(line) or (len(line) <= _LONGEST and _key(line) in _ASIDE)


def is_any(line: str) -> bool:
    """Whether either is so."""
    return ends(line) or heads_comments(line)
