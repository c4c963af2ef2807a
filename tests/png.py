"""Reads a picture back: PNG of 8 bits a channel into rows of pixels, without a library."""

import struct
import zlib

CHANNELS = {2: 3, 6: 4}  # bytes of a pixel by colour type: RGB, RGBA


def size_of(data):
    """(width, height) in px."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", data[16:24])


def pixels(data):
    """The rows of a picture, each the bytes of its pixels, and how many bytes a pixel has."""
    width, _height = size_of(data)
    depth, kind, *_, interlaced = data[24:29]
    assert (depth, interlaced) == (8, 0)
    step = CHANNELS[kind]
    raw, rows, above = zlib.decompress(_body(data)), [], bytes(width * step)
    for start in range(0, len(raw), 1 + width * step):
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + width * step], above, step)
        rows.append(above)
    return rows, step


def edges(data, width):
    """The different pixels within `width` px of the left edge, and of the right."""
    rows, step = pixels(data)
    ends = ([row[: width * step] for row in rows], [row[-width * step :] for row in rows])
    return [{row[at : at + 3] for row in end for at in range(0, width * step, step)} for end in ends]


def _body(data):
    at, body = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            body += data[at + 8 : at + 8 + length]
        at += length + 12
    return body


def _unfiltered(how, line, above, step):
    found = bytearray(line)
    for i, value in enumerate(line):
        left = found[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        found[i] = (
            value + (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))[how]
        ) & 255
    return bytes(found)


def _paeth(left, above, corner):
    guess = left + above - corner
    near = {0: abs(guess - left), 1: abs(guess - above), 2: abs(guess - corner)}
    return (left, above, corner)[min(near, key=lambda which: (near[which], which))]
