#include "extractors/map/quarter_turns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace planlezer {

namespace {

constexpr double most_writing = 0.6;  // share of the characters that must stand one way
constexpr std::size_t least_writing = 30;

/// One quarter turn clockwise of a page of this size.
class Turn {
  public:
    Turn(double width, double height) : width_(width), height_(height) {}

    void point(Point& p) const { p = {height_ - p.y, p.x}; }
    void box(Box& b) const { b = {height_ - b.y1, b.x0, height_ - b.y0, b.x1}; }
    void ring(Ring& points) const {
        for (Point& p : points) this->point(p);
    }
    void shape(MultiPolygon& shape) const {
        for (Polygon& part : shape) {
            ring(part.outer);
            for (Ring& hole : part.holes) ring(hole);
        }
    }
    void lines(std::vector<DrawnLine>& lines) const {
        for (DrawnLine& line : lines) ring(line.points);
    }
    void size(double& width, double& height) const {
        width = height_;
        height = width_;
    }
    void sign(MapSign& sign) const {
        box(sign.box);
        sign.angle = std::remainder(sign.angle - 90, 360);
        if (sign.points_at) point(*sign.points_at);
        for (SignCell& cell : sign.cells) box(cell.box);
    }

  private:
    double width_;
    double height_;
};

/// Of lines, whose angle counts to 180.
void turn_hatch(double& angle) { angle = std::fmod(angle + 90, 180); }

Drawing once(Drawing drawing) {
    const Turn turn(drawing.width, drawing.height);
    turn.size(drawing.width, drawing.height);
    for (DrawnPath& path : drawing.paths) {
        turn.lines(path.lines);
        turn_hatch(path.hatch.angle);
        turn.box(path.clip_box);
    }
    for (Glyph& glyph : drawing.glyphs) {
        turn.point(glyph.origin);
        glyph.advance = {-glyph.advance.y, glyph.advance.x};
        glyph.angle = std::remainder(glyph.angle - 90, 360);
    }
    for (Clip& clip : drawing.clips) turn.lines(clip.lines);
    for (DrawnImage& image : drawing.images) turn.box(image.box);
    return drawing;
}

MapSheet once(MapSheet sheet) {
    const Turn turn(sheet.text.width, sheet.text.height);
    turn.size(sheet.text.width, sheet.text.height);
    for (Word& word : sheet.text.words) turn.box(word.box);
    turn.box(sheet.frame);
    for (MapSign& sign : sheet.signs) turn.sign(sign);
    for (MapArea& area : sheet.areas) {
        turn.shape(area.shape);
        turn_hatch(area.style.hatch_angle);
    }
    for (LegendEntry& entry : sheet.legend) {
        turn.box(entry.box);
        turn_hatch(entry.style.hatch_angle);
        if (entry.sign) turn.sign(*entry.sign);
    }
    for (Box& inset : sheet.insets) turn.box(inset);
    for (ControlPoint& cross : sheet.crosses) turn.point(cross.sheet);
    if (sheet.north) *sheet.north = std::remainder(*sheet.north - 90, 360);
    return sheet;
}

}  // namespace

int turns_to_upright(const Drawing& drawing) {
    std::array<std::size_t, 4> quarters{};
    for (const Glyph& glyph : drawing.glyphs) {
        const double quarter = std::round(glyph.angle / 90);
        if (std::abs(glyph.angle - 90 * quarter) < 10) ++quarters[static_cast<std::size_t>((static_cast<int>(quarter) % 4 + 4) % 4)];
    }
    const auto most = std::ranges::max_element(quarters);
    const bool clear = *most >= least_writing && static_cast<double>(*most) > most_writing * static_cast<double>(drawing.glyphs.size());
    return clear ? static_cast<int>(most - quarters.begin()) : 0;
}

Drawing turned(Drawing drawing, int turns) {
    for (int i = 0; i < turns; ++i) drawing = once(std::move(drawing));
    return drawing;
}

MapSheet turned(MapSheet sheet, int turns) {
    for (int i = 0; i < turns; ++i) sheet = once(std::move(sheet));
    return sheet;
}

}  // namespace planlezer
