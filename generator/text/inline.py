"""One line of parsed prose written with tags of our own: what Markdown and HTML have in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from generator.text.highlight import Mark, Piece, highlighted
from generator.text.prose import spaced, words_in_token

Resolve = Callable[[str, str], str]


class InlineWriter(ABC):
    """Writes the tokens of one line; a subclass says how text is made safe, and what a link becomes."""

    def __init__(self, resolve: Resolve, marks: Sequence[Mark], notes: str = "note-") -> None:
        self._resolve = resolve
        self._notes = notes
        self._marks = {mark: spaced(mark.quote.strip()) for mark in marks}

    def inline(self, inline: Token) -> str:
        """Give the line, its marks wrapped."""
        pieces: list[Piece] = []
        closers: list[str] = []
        for token in inline.children or ():
            match token.type:
                case "text" | "hardbreak":
                    pieces.append(("text", spaced(words_in_token(token))))
                case "code_inline":
                    pieces += [("tag", "<code>"), ("code", spaced(token.content)), ("tag", "</code>")]
                case "em_open" | "em_close" | "strong_open" | "strong_close":
                    slash = "/" if token.type.endswith("close") else ""
                    pieces.append(("tag", f"<{slash}{token.tag}>"))
                case "link_open":
                    opener, closer = self._link(str(token.attrs["href"]))
                    pieces.append(("tag", opener))
                    closers.append(closer)
                case "link_close":
                    pieces.append(("tag", closers.pop()))
        return highlighted(pieces, self._marks, self._text, self._notes)

    @abstractmethod
    def _text(self, text: str) -> str:
        """Give the text so that it is read as nothing else."""

    @abstractmethod
    def _link(self, target: str) -> tuple[str, str]:
        """Give what stands before and behind the words of a link; nothing where the target is none of ours."""
