"""Two things that guides let editors write more shortly: a text that is the same everywhere, and `yes` and `no` as keys."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterator


class Text(Dict[str, str]):
    """A text with variants, as everywhere else in the knowledge, or written more shortly.

    A plain text is the same everywhere (``{"uk": text}``); a key may name several scopes, with commas between them.
    """

    @classmethod
    def __get_validators__(cls) -> Iterator[Callable[[Any], Text]]:
        yield cls.read

    @classmethod
    def read(cls, given: Any) -> Text:
        """The text as variants.

        Raises:
            ValueError: it is neither a text nor texts by scope, it is empty, or a scope is named twice.
        """
        if isinstance(given, str):
            given = {"uk": given}
        if not isinstance(given, dict) or not given:
            raise ValueError("must be a text, or one text for each of uk, nation, place or council")
        found = cls()
        for names, text in given.items():
            if not isinstance(text, str) or not text.strip():
                raise ValueError(f"'{names}' holds no text: put it in quotation marks if it is a number or yes or no")
            for scope in (part.strip() for part in str(names).split(",")):
                if scope in found:
                    raise ValueError(f"has two texts for '{scope}'")
                found[scope] = text.strip()
        return found


class Key(str):
    """The id of an option. YAML reads a bare ``yes`` and ``no`` as true and false; here they are the ids they look like."""

    @classmethod
    def __get_validators__(cls) -> Iterator[Callable[[Any], Key]]:
        yield cls.read

    @classmethod
    def read(cls, given: Any) -> Key:
        """Raises: ValueError: it is no id."""
        if isinstance(given, bool):
            return cls("yes" if given else "no")
        if not isinstance(given, str) or not given.replace("_", "").isalnum() or given != given.lower():
            raise ValueError(f"'{given}' is no id: use small letters, digits and _")
        return cls(given)
