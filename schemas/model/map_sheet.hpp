// What a worker read on one page that is a map: signs, areas, legend, title block, as drawn and without their meaning.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All places are points (1/72 inch), origin top left of the page as displayed, y down. What a sign or a colour means
// is for rules/map to say: a reader only tells what is drawn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

struct Rgb {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

enum class SignShape { none, circle, square, double_square, dashed_square, triangle_up, triangle_down, pill, diamond, box, hexagon, house };

/// The small mark that stands above or below a number in a sign (PRABPK2012: arc goot, triangle bouw, caret dakhelling),
/// or, on sheets of another hand, over or under the sign.
enum class SignMark { none, arc, triangle, caret, line, double_line };

/// One part of a sign: what stands between its dividing lines, or one label.
struct SignCell {
    int row = 0;                 ///< from 0, top down
    int column = 0;              ///< from 0, left to right
    Box box;
    std::string text;            ///< as read: "10", "4-7", "60%"
    SignMark above = SignMark::none;
    SignMark below = SignMark::none;
    double confidence = 1.0;     ///< 0-1: of the worst character or mark
    std::string second_reading;  ///< an independent reading that differs; empty when none or equal
    friend bool operator==(const SignCell&, const SignCell&) = default;
};

/// A matrix symbol, or a plain label ("g=4 h=8", "W", "III") when the shape is none.
struct MapSign {
    SignShape shape = SignShape::none;
    Box box;
    double angle = 0;                ///< degrees counter-clockwise by which it stands turned
    std::vector<SignCell> cells;     ///< in rows, then columns
    std::optional<Point> points_at;  ///< where its leader line ends
    double confidence = 1.0;         ///< 0-1: that shape and division are right
    bool crossed = false;            ///< lines of the map run through it on a picture: a leader line may have been missed
    friend bool operator==(const MapSign&, const MapSign&) = default;
};

enum class LineDash { none, solid, dashed, dotted, dash_dotted };
enum class HatchKind { none, lines, crossed, dots };

/// How an area, or a swatch of the legend, is drawn.
struct AreaStyle {
    std::optional<Rgb> fill;
    HatchKind hatch = HatchKind::none;
    double hatch_angle = 0;    ///< degrees counter-clockwise from the x axis, 0 to 180
    double hatch_spacing = 0;  ///< points
    LineDash edge = LineDash::none;
    double edge_width = 0;     ///< points
    std::optional<Rgb> edge_colour;
    double edge_period = 0;    ///< points, of a dashed edge: a dash with the gap after it; 0 when not known
    friend bool operator==(const AreaStyle&, const AreaStyle&) = default;
};

struct MapArea {
    AreaStyle style;
    MultiPolygon shape;       ///< points; outer rings counter-clockwise as seen with y up
    double confidence = 1.0;  ///< 0-1: that the outline is closed and whole
    friend bool operator==(const MapArea&, const MapArea&) = default;
};

/// A line of the legend: a swatch or a sign, and its words.
struct LegendEntry {
    Box box;                      ///< of the swatch or sign
    AreaStyle style;
    std::optional<MapSign> sign;  ///< with the letters that stand for values, as drawn
    std::string text;             ///< "Wonen"
    std::string code;             ///< the letters in or before the swatch: "W"; empty when none
    std::string heading;          ///< "Bestemmingen"; empty when none
    friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// A place on the sheet whose RD coordinate (EPSG:28992, metres) is printed or known.
struct ControlPoint {
    Point sheet;
    Point rd;
    friend bool operator==(const ControlPoint&, const ControlPoint&) = default;
};

/// Six numbers that lead from the sheet to the earth: x = a*sx + b*sy + c, y = d*sx + e*sy + f.
struct Affine {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 1;
    double f = 0;
    friend bool operator==(const Affine&, const Affine&) = default;
};

enum class EmbeddedPlacement { none, geopdf, geotiff };

struct MapSheet {
    TextPage text;                        ///< all words of the page; its number, size and origin
    double likeness = 0;                  ///< 0-1: how surely the page is a map sheet
    Box frame;                            ///< the drawing, without legend and title block
    std::vector<MapSign> signs;           ///< outside the legend
    std::vector<MapArea> areas;           ///< outside the legend; the largest first
    std::vector<LegendEntry> legend;
    std::vector<Box> insets;              ///< details at another scale: what stands in them lies elsewhere
    std::vector<ControlPoint> crosses;    ///< grid crosses with printed coordinates
    double scale = 0;                     ///< 1000 for 1:1000; 0 when not found
    std::optional<double> north;          ///< degrees counter-clockwise from up to the arrow's point
    EmbeddedPlacement embedded = EmbeddedPlacement::none;
    Affine to_rd;                         ///< points to metres; only when `embedded` is not none
    double pixels_a_point_x = 0;          ///< of an image: to use a world file, which counts pixels; 0 for a drawing
    double pixels_a_point_y = 0;
    /// Times a place gives points of the file as users count them: at the resolution it tells, or 300 dots an inch. Not 1 where the
    /// picture was read at another, which its letters told.
    double file_points = 1;
    friend bool operator==(const MapSheet&, const MapSheet&) = default;
};

}  // namespace planlezer
