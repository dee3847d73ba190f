#include "extractors/pdf/drawing_listener.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

#include "extractors/limits.hpp"
#include "extractors/pdf/hatch_tile.hpp"
#include "extractors/pdf/path_lines.hpp"
#include "extractors/pdf/word_text.hpp"

namespace planlezer {

namespace {

constexpr std::size_t most_tiles = 2000;  // patterns played to look at; beyond, a file wants to cost time

Rgb on_white(const GfxRGB& colour, double opacity) {
    const auto mixed = [opacity](GfxColorComp part) {
        return static_cast<std::uint8_t>(std::lround(255 * std::clamp(1 - opacity * (1 - colToDbl(part)), 0.0, 1.0)));
    };
    return {mixed(colour.r), mixed(colour.g), mixed(colour.b)};
}

/// Dots are dashes no longer than the pen is wide (round or square caps make them visible).
LineDash dash_of(GfxState* state, double pen) {
    double start = 0;
    const std::vector<double>& dash = state->getLineDash(&start);
    if (dash.empty() || std::ranges::all_of(dash, [](double part) { return part <= 0; })) return LineDash::solid;
    double shortest = state->transformWidth(dash[0]);
    double longest = shortest;
    for (std::size_t i = 0; i < dash.size(); i += 2) {
        shortest = std::min(shortest, state->transformWidth(dash[i]));
        longest = std::max(longest, state->transformWidth(dash[i]));
    }
    const double dot = 1.3 * std::max(pen, 0.2);
    if (longest <= dot) return LineDash::dotted;
    return shortest < 0.5 * longest ? LineDash::dash_dotted : LineDash::dashed;
}

bool is_rectangle(const std::vector<DrawnLine>& lines) {
    if (lines.size() != 1 || lines[0].points.size() != 4 || lines[0].curved) return false;
    const Ring& p = lines[0].points;
    const auto straight = [&p](std::size_t i, std::size_t j) { return std::min(std::abs(p[i].x - p[j].x), std::abs(p[i].y - p[j].y)) < 0.01; };
    return straight(0, 1) && straight(1, 2) && straight(2, 3) && straight(3, 0);
}

bool same_lines(const std::vector<DrawnLine>& a, const std::vector<DrawnLine>& b) {
    return std::ranges::equal(a, b, [](const DrawnLine& l, const DrawnLine& r) { return l.points == r.points; });
}

}  // namespace

std::vector<DrawnLine> DrawingListener::lines_of(const GfxState* state) {
    if (points_ > limits::drawn_points_a_page) {
        drawing_.truncated = true;
        return {};
    }
    std::vector<DrawnLine> lines = path_lines(*state);
    for (const DrawnLine& line : lines) points_ += line.points.size() + 4;
    return lines;
}

DrawnPath DrawingListener::path_of(GfxState* state) {
    DrawnPath path;
    path.lines = lines_of(state);
    path.clip = clip_;
    state->getClipBBox(&path.clip_box.x0, &path.clip_box.y0, &path.clip_box.x1, &path.clip_box.y1);
    return path;
}

void DrawingListener::keep(DrawnPath path) {
    if (!path.lines.empty()) into_->push_back(std::move(path));
}

void DrawingListener::saveState(GfxState*) { saved_clips_.push_back(clip_); }

void DrawingListener::restoreState(GfxState*) {
    if (saved_clips_.empty()) return;
    clip_ = saved_clips_.back();
    saved_clips_.pop_back();
}

void DrawingListener::note_clip(GfxState* state, bool even_odd) {
    last_clip_ = {lines_of(state), even_odd, clip_};
    if (last_clip_.lines.empty() || is_rectangle(last_clip_.lines)) return;  // the clip box tells of rectangles
    clip_ = static_cast<int>(drawing_.clips.size());
    drawing_.clips.push_back(last_clip_);
}

void DrawingListener::note_fill(GfxState* state, bool even_odd) {
    DrawnPath path = path_of(state);
    GfxRGB colour;
    state->getFillRGB(&colour);
    path.opacity = state->getFillOpacity();
    path.fill = on_white(colour, path.opacity);
    path.even_odd = even_odd;
    if (path.opacity > 0.01) keep(std::move(path));
}

void DrawingListener::stroke(GfxState* state) {
    DrawnPath path = path_of(state);
    GfxRGB colour;
    state->getStrokeRGB(&colour);
    path.paint = DrawnPath::Paint::stroke;
    path.stroke = on_white(colour, state->getStrokeOpacity());
    path.width = state->getTransformedLineWidth();
    path.dash = dash_of(state, path.width);
    if (state->getStrokeOpacity() <= 0.01 || path.lines.empty()) return;
    // Filled and then stroked along the same path is one thing drawn.
    if (!into_->empty() && into_->back().paint == DrawnPath::Paint::fill && same_lines(into_->back().lines, path.lines)) {
        DrawnPath& last = into_->back();
        last.paint = DrawnPath::Paint::both;
        std::tie(last.stroke, last.width, last.dash) = std::tuple(path.stroke, path.width, path.dash);
        return;
    }
    keep(std::move(path));
}

bool DrawingListener::tilingPatternFill(GfxState* state, Gfx* gfx, Catalog*, GfxTilingPattern* pattern, const double* matrix, int, int, int,
                                        int, double x_step, double y_step) {
    if (into_ != &drawing_.paths || ++tiles_ > most_tiles) return true;
    // Poppler has just set what is to be filled as the clip.
    DrawnPath path;
    path.lines = last_clip_.lines;
    path.even_odd = last_clip_.even_odd;
    path.clip = last_clip_.outer;
    state->getClipBBox(&path.clip_box.x0, &path.clip_box.y0, &path.clip_box.x1, &path.clip_box.y1);
    std::vector<DrawnPath> tile;
    const int inside = clip_;
    into_ = &tile;
    gfx->drawForm(pattern->getContentStream(), pattern->getResDict(), matrix, pattern->getBBox());
    into_ = &drawing_.paths;
    clip_ = inside;
    const Point step_x{x_step * matrix[0], x_step * matrix[1]};
    const Point step_y{y_step * matrix[2], y_step * matrix[3]};
    path.hatch = hatch_of_tile(tile, step_x, step_y);
    path.fill = {255, 255, 255};
    keep(std::move(path));
    return true;
}

void DrawingListener::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode, int,
                               const Unicode* text, int length) {
    if ((state->getRender() & 3) == 3 || drawing_.glyphs.size() >= limits::glyphs_a_page || into_ != &drawing_.paths) return;
    Glyph glyph;
    std::vector<char32_t> characters;
    for (int i = 0; i < length; ++i) characters.push_back(text[i]);
    glyph.text = length > 0 ? clean_text(characters) : "\uFFFD";
    if (glyph.text.empty()) return;  // a blank: the gap tells of it
    state->transform(x, y, &glyph.origin.x, &glyph.origin.y);
    state->transformDelta(dx, dy, &glyph.advance.x, &glyph.advance.y);
    glyph.size = state->getTransformedFontSize();
    // The text's own x axis: also right for a character without width.
    const double* m = state->getTextMat();
    Point along;
    state->transformDelta(m[0], m[1], &along.x, &along.y);
    glyph.angle = std::atan2(-along.y, along.x) * 180 / std::numbers::pi;
    if (const auto& font = state->getFont()) glyph.bold = font->isBold();
    GfxRGB colour;
    state->getFillRGB(&colour);
    glyph.colour = on_white(colour, state->getFillOpacity());
    if (std::isfinite(glyph.origin.x + glyph.origin.y + glyph.advance.x + glyph.advance.y + glyph.size + glyph.angle)) {
        drawing_.glyphs.push_back(std::move(glyph));
    }
}

void DrawingListener::note_image(const GfxState* state, int width, int height) {
    const double* m = state->getCTM();
    const Box box{m[4] + std::min(0.0, m[0]) + std::min(0.0, m[2]), m[5] + std::min(0.0, m[1]) + std::min(0.0, m[3]),
                  m[4] + std::max(0.0, m[0]) + std::max(0.0, m[2]), m[5] + std::max(0.0, m[1]) + std::max(0.0, m[3])};
    const bool on_its_side = std::abs(m[1]) > std::abs(m[0]);
    const double dpi = 72.0 * (on_its_side ? height : width) / std::max(1e-6, box.width());
    if (std::isfinite(box.width() + box.height()) && drawing_.images.size() < limits::words_a_page) drawing_.images.push_back({box, dpi});
}

// The base class reads an inline image to its end, which stands in the page's own stream.
void DrawingListener::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                                    bool inline_image) {
    note_image(state, width, height);
    if (!inline_image) watch_.note(stream);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
}

void DrawingListener::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                                bool interpolate, const int* mask, bool inline_image) {
    note_image(state, width, height);
    if (!inline_image) watch_.note(stream);
    OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, inline_image);
}

void DrawingListener::drawMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap*, bool, Stream* mask, int,
                                      int, bool, bool) {
    note_image(state, width, height);
    watch_.note(stream);
    watch_.note(mask);
}

void DrawingListener::drawSoftMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap*, bool, Stream* mask,
                                          int, int, GfxImageColorMap*, bool) {
    note_image(state, width, height);
    watch_.note(stream);
    watch_.note(mask);
}

Drawing DrawingListener::finish(double width, double height) {
    drawing_.width = width;
    drawing_.height = height;
    drawing_.truncated = drawing_.truncated || watch_.too_large();
    return std::move(drawing_);
}

}  // namespace planlezer
