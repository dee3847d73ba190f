// What a PDF page draws, as it draws it: paths with their paint, characters with their place and turn.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All places are points (1/72 inch), origin top left of the page as displayed, y down.
#pragma once

#include <string>
#include <vector>

#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// One run of the pen, curves made into short chords (within 0.03 points of the curve).
struct DrawnLine {
    Ring points;          ///< a closed one does not repeat its first point
    bool closed = false;
    bool curved = false;  ///< has a piece that was a curve
};

/// A tile that a fill repeats.
struct HatchPattern {
    HatchKind kind = HatchKind::none;
    double angle = 0;    ///< degrees counter-clockwise from the x axis, 0 to 180
    double spacing = 0;  ///< points
    Rgb colour;
};

struct DrawnPath {
    enum class Paint { fill, stroke, both };
    Paint paint = Paint::fill;
    std::vector<DrawnLine> lines;
    bool even_odd = false;
    Rgb fill;                ///< as seen on white paper: mixed with white by its opacity
    double opacity = 1;      ///< of the fill
    Rgb stroke;              ///< as seen on white paper
    double width = 0;        ///< points, of the stroke
    LineDash dash = LineDash::none;
    HatchPattern hatch;      ///< of the fill
    int clip = -1;           ///< index in Drawing::clips; -1 when not clipped by more than a rectangle
    Box clip_box;            ///< what the clip leaves visible at most
};

struct Glyph {
    std::string text;   ///< UTF-8; U+FFFD when the file does not say
    Point origin;       ///< start of its base line
    Point advance;      ///< to where the next one starts
    double size = 0;    ///< points, of the type
    double angle = 0;   ///< degrees counter-clockwise of the base line
    bool bold = false;
    Rgb colour;
};

struct DrawnImage {
    Box box;
    double dpi = 0;  ///< its own pixels an inch on the page
};

/// A clipping outline and the one it was set within.
struct Clip {
    std::vector<DrawnLine> lines;
    bool even_odd = false;
    int outer = -1;  ///< index in Drawing::clips
};

struct Drawing {
    double width = 0;   ///< points, as displayed
    double height = 0;
    std::vector<DrawnPath> paths;  ///< in the order of drawing
    std::vector<Glyph> glyphs;
    std::vector<Clip> clips;
    std::vector<DrawnImage> images;
    bool truncated = false;        ///< more than limits::drawn_points_a_page, or a picture beyond limits::picture_bytes
};

/// A place on the page whose place on the earth the file tells.
struct GeoPoint {
    Point sheet;              ///< points, as displayed
    double latitude = 0;      ///< degrees
    double longitude = 0;
    bool amersfoort = false;  ///< on the ellipsoid of RD itself
};

}  // namespace planlezer
