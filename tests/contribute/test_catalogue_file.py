"""What a translator gets to translate: the rules on how stories are told, too."""

from generator.contribute.catalogue_file import messages
from generator.rules.style_guide import BASE, ENGLISH_GUIDE, WORDING
from generator.site.pipeline import HERE, templates_of


def test_every_wording_of_every_rule_is_a_message() -> None:
    found = {message.id for message in messages(templates_of(HERE)) if isinstance(message.id, str)}
    rules = [*ENGLISH_GUIDE.data["rules"].values(), *BASE["rules"].values()]
    rules += [rule[variant] for rule in BASE["rules"].values() for variant in ("characters", "ease") if variant in rule]
    said = {rule[name] for rule in rules for name in WORDING if name in rule}
    assert len(said) > 80
    assert said - found == set()
