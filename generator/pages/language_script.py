"""What the scripts of a page say in the handbook's language: one script that every page loads before all others."""

import json

from generator.text.language import Language

PATH = "assets/language.js"


def language_script(language: Language) -> dict[str, str]:
    """Give path and text of the script; none for English, which the messages say themselves."""
    if not language.messages:
        return {}
    words = {
        message: forms[0] if len(forms) == 1 else list(forms)
        for message, forms in sorted(language.messages.items())
        if message in language.scripts and all(forms)
    }
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    code = json.dumps(language.code)
    return {PATH: f"globalThis.handbookLanguage={{code:{code},plural:n=>{language.plural_rule},words:{safe}}};\n"}
