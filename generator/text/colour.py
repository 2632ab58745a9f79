"""Colours as numbers: how well two are told apart, and one colour made to stand on light and on dark paper.

Contrast is that of WCAG 2.2: 1 for two equal colours, 21 for black on white. Text needs 4.5 (success criterion 1.4.3).
"""

import colorsys
from collections.abc import Callable, Mapping

NEEDED = 4.5
COMFORT = 7.0  # on dark paper, where thin letters glare less when they are lighter
LIGHT, LIGHT_TINT, DARK, DARK_TINT = "#fcfbf8", "#f2f0ea", "#14191b", "#1c2325"
PRINTED = "#ffffff"
STEPS = 400
LINEAR = 0.04045  # below it, sRGB is a straight line
DEEP, MIDDLE, PALE, MIDDLE_DARK = "#0b3d49", "#5593a0", "#a9dbe4", "#3d7d89"  # as light as the pictures' own shades
RGB = tuple[float, float, float]
Holds = Callable[[str], bool]


def contrast(one: str, other: str) -> float:
    """Give how well two colours are told apart, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give the light of a colour, from 0 to 1."""
    red, green, blue = (c / 12.92 if c <= LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def weakest(accent: str) -> float:
    """Give the lowest contrast that the colour has where it stands on light paper."""
    return min(contrast(accent, on) for on in (LIGHT, LIGHT_TINT, _mixed(LIGHT, accent, 0.1)))


def nearest(accent: str) -> str:
    """Give the colour itself where it can be read on light paper; else the lightest of its hue that can be."""
    return _until(accent, lambda one: weakest(one) >= NEEDED, darker=True)


def tokens(accent: str) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Give what the style sheets call by name for the light scheme, the dark one, and paper."""
    on_dark = _until(accent, _stands_on_dark, darker=False)
    light = {
        "accent": accent,
        "accent-tint": _mixed(LIGHT, accent, 0.1),
        "shade-1": _as_light_as(accent, DEEP),
        "shade-2": _as_light_as(accent, MIDDLE),
    }
    dark = {
        "accent": on_dark,
        "accent-tint": _mixed(DARK, on_dark, 0.16),
        "shade-1": _as_light_as(on_dark, PALE),
        "shade-2": _as_light_as(on_dark, MIDDLE_DARK),
    }
    on_paper = {"accent": _until(accent, lambda one: contrast(one, PRINTED) >= COMFORT, darker=True)}
    return light, dark, {**on_paper, "shade-1": light["shade-1"], "shade-2": light["shade-2"]}


def _stands_on_dark(colour: str) -> bool:
    tint = _mixed(DARK, colour, 0.16)
    return contrast(colour, DARK) >= COMFORT and min(contrast(colour, on) for on in (DARK_TINT, tint)) >= NEEDED


def _until(colour: str, holds: Holds, *, darker: bool) -> str:
    if holds(colour):
        return colour
    hue, light, full = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if darker else 1.0
    found = (_hex(colorsys.hls_to_rgb(hue, light + (end - light) * step / STEPS, full)) for step in range(STEPS + 1))
    return next(one for one in found if holds(one))


def _as_light_as(colour: str, other: str) -> str:
    hue, _, full = colorsys.rgb_to_hls(*_parts(colour))
    wanted = luminance(other)
    shades = (_hex(colorsys.hls_to_rgb(hue, step / STEPS, min(full, 0.75))) for step in range(STEPS + 1))
    return min(shades, key=lambda one: abs(luminance(one) - wanted))


def _mixed(ground: str, colour: str, part: float) -> str:
    under, over = _parts(ground), _parts(colour)
    red, green, blue = (u + (o - u) * part for u, o in zip(under, over, strict=True))
    return _hex((red, green, blue))


def _parts(colour: str) -> RGB:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _hex(parts: RGB) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
