"""Words that stand within a sentence elsewhere, and begin a line here."""


def begun(words: str) -> str:
    """Return the words with their first letter large: "by email" is "By email"."""
    return words[:1].upper() + words[1:]
