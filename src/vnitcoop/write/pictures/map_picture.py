"""Places of events on a map: the shape says how precise the place is, the size how many events it had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from markupsafe import Markup

from vnitcoop.types import Place
from vnitcoop.write import wording
from vnitcoop.write.pictures import outlines, svg
from vnitcoop.write.pictures.labels import Box, Labels
from vnitcoop.write.pictures.outlines import Frame
from vnitcoop.write.sheet import Sheet

WIDTH = 960.0
WORLD = Frame(-28.0, -56.0, 332.0, 76.0, WIDTH)
EAST = Frame(88.0, -12.0, 150.0, 48.0, WIDTH)  # what is near enough to Vietnam to be drawn large
VIETNAM = ((102.1, 8.4), (109.5, 23.4))  # its corners: the near picture always shows it whole
_SHAPE = 1.5  # width to height of the near picture
_LEAST = 22.0  # degrees from south to north that it shows at least
_MARGIN = 0.1
_SIZE = 14.0
_SHAPES = {"city": "city", "province": "province", "country": "country", "territory": "country"}
_LEGEND = (("city", "city"), ("province", "province"), ("country", "country or territory"), ("area", "wider area"))


@dataclass(frozen=True, slots=True)
class Site:
    """A place that had events, and where it is drawn: degrees east and north."""

    place: Place
    count: int
    longitude: float
    latitude: float

    @property
    def shape(self) -> str:
        return _SHAPES.get(self.place.kind, "area")

    @property
    def radius(self) -> float:
        return min(24.0, 6.5 + 3.0 * (sqrt(self.count) - 1))


def near_frame(sites: Sequence[Site]) -> Frame | None:
    """The part of East Asia that holds Vietnam and the sites there with a margin; None where there are none."""
    near = [site for site in sites if EAST.holds(site.longitude, site.latitude)]
    if not near:
        return None
    points = [*VIETNAM, *((site.longitude, site.latitude) for site in near)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = cos((south + north) / 2 * pi / 180)
    tall = max(_LEAST, (north - south) * (1 + 2 * _MARGIN), (east - west) * squeeze * (1 + 2 * _MARGIN) / _SHAPE)
    wide = tall * _SHAPE / squeeze
    middle, height = (west + east) / 2, (south + north) / 2
    return Frame(middle - wide / 2, height - tall / 2, middle + wide / 2, height + tall / 2, WIDTH)


def near_picture(sheet: Sheet, sites: Sequence[Site], frame: Frame) -> Markup:
    inside = [site for site in sites if frame.holds(site.longitude, site.latitude)]
    said = "Symbols at the places of events; the shape says how precise the place is. The table below says the same."
    drawn = [_ground(frame, 5), *_symbols(sheet, inside, frame, labelled=inside), _legend(frame.height + 24)]
    return svg.picture("map", "Map of East Asia with the places of events", said, WIDTH, frame.height + 36, *drawn)


def world_picture(sheet: Sheet, sites: Sequence[Site], near: Frame | None) -> Markup:
    """The whole world; where there is a near picture, its frame is marked and what lies in it is not named again."""
    far = [site for site in sites if not (near and near.holds(site.longitude, site.latitude))]
    parts = [_ground(WORLD, 30)]
    if near:
        left, top = WORLD.at(near.west, near.north)
        right, bottom = WORLD.at(near.east, near.south)
        parts.append(svg.element("rect", class_="near", x=left, y=top, width=right - left, height=bottom - top))
    parts += _symbols(sheet, far, WORLD, labelled=far)
    said = (
        "The same for the rest of the world. The frame is the part that is drawn large. The table below says the same."
    )
    if not near:
        said, parts = (
            "Symbols at the places of events. The table below says the same.",
            [*parts, _legend(WORLD.height + 24)],
        )
    return svg.picture(
        "world", "Map of the world with the places of events", said, WIDTH, WORLD.height + (0 if near else 36), *parts
    )


def _ground(frame: Frame, step: int) -> Markup:
    lines = []
    for degrees in range(-360, 721, step):
        if frame.west < degrees < frame.east:
            lines.append(f"M{svg.number(frame.plain(degrees, 0)[0])} 0V{svg.number(frame.height)}")
        if frame.south < degrees < frame.north:
            lines.append(f"M0 {svg.number(frame.plain(0, degrees)[1])}H{svg.number(frame.width)}")
    ground = (
        svg.element("rect", class_="sea", x=0.0, y=0.0, width=frame.width, height=frame.height),
        svg.element("path", class_="graticule", d="".join(lines)),
        svg.element("path", class_="land", d=outlines.land(frame)),
        svg.element("path", class_="border", d=outlines.borders(frame)),
    )
    return svg.element("svg", *ground, width=frame.width, height=frame.height)  # cuts off what goes beyond


def _symbols(sheet: Sheet, sites: Sequence[Site], frame: Frame, labelled: Sequence[Site]) -> list[Markup]:
    """The symbols, none over another, each led back to its place where it made way; then as many names as fit."""
    labels = Labels(Box(0, 0, frame.width, frame.height))
    spots = [(site, frame.at(site.longitude, site.latitude)) for site in sites]
    placed = [(site, at, labels.symbol(*at, site.radius)) for site, at in spots]
    drawn = []
    for _, at, spot in placed:
        if spot != at:
            drawn += [_leader(*at, *spot), svg.element("circle", class_="point", cx=at[0], cy=at[1], r=2.0)]
    for site, _, (x, y) in placed:
        name = sheet.name(site.place.id)
        said = f"{name}: {wording.counted(site.count, 'event', 'events')}"
        inner = [_shape(site.shape, x, y, site.radius)]
        short = svg.shortened(name, _SIZE, 190) + (f" ({site.count:,})" if site.count > 1 else "")
        text = labels.label(x, y, site.radius, svg.width_of(short, _SIZE)) if site in labelled else None
        if text and text.is_led:
            drawn.append(_leader(x, y, text.x, text.y - 5))
        if text:
            inner.append(svg.words(text.x, text.y, short, "name", text.anchor, sheet.language_of(site.place)))
        drawn.append(svg.link(sheet.to(sheet.world.addresses[site.place.id]), said, *inner))
    return drawn


def _leader(x: float, y: float, to_x: float, to_y: float) -> Markup:
    d = f"M{svg.number(x)} {svg.number(y)}L{svg.number(to_x)} {svg.number(to_y)}"
    return svg.element("path", class_="leader", d=d)


def _shape(shape: str, x: float, y: float, r: float) -> Markup:
    if shape == "city":
        return svg.element("circle", class_="mark", cx=x, cy=y, r=r)
    if shape == "country":
        return svg.element("rect", class_="mark", x=x - r * 0.9, y=y - r * 0.9, width=r * 1.8, height=r * 1.8)
    corners, turn, share = (4, 0.0, 1.2) if shape == "province" else (6, pi / 6, 1.1)
    points = [
        (x + r * share * sin(turn + 2 * pi * i / corners), y - r * share * cos(turn + 2 * pi * i / corners))
        for i in range(corners)
    ]
    return svg.element(
        "path",
        class_="mark" if shape == "province" else "mark area",
        d="M" + "L".join(f"{svg.number(a)} {svg.number(b)}" for a, b in points) + "z",
    )


def _legend(y: float) -> Markup:
    x, parts = 10.0, []
    for shape, said in _LEGEND:
        parts += [_shape(shape, x + 6, y - 5, 6.5), svg.words(x + 20, y, said, "legend")]
        x += 20 + svg.width_of(said, 13) + 24
    parts.append(svg.words(x, y, "the larger, the more events", "legend"))
    return svg.element("g", *parts, aria_hidden="true")
