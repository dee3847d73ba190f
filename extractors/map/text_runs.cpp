#include "extractors/map/text_runs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <tuple>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double cap_height = 0.73;    // of the type size: capitals and digits of nearly every face
constexpr double descent = 0.22;       // of the type size
constexpr double word_gap = 0.16;      // of the type size: less is the spacing of letters
constexpr double run_gap = 1.0;        // of the type size: more, and a new text begins
constexpr double other_size = 1.2;     // words whose types differ more are texts of their own
constexpr double line_drift = 0.3;     // of the type size: how far characters of one line leave its base line
constexpr double angle_bucket = 0.2;   // degrees: one text has one angle

/// A character in the frame of its base line.
struct Laid {
    const Glyph* glyph = nullptr;
    double from = 0;    ///< along the base line
    double to = 0;
    double across = 0;  ///< downwards from a common origin
};

Laid laid(const Glyph& glyph, double angle) {
    const Point start = plane::turned(glyph.origin, {}, -angle);
    const Point end = plane::turned({glyph.origin.x + glyph.advance.x, glyph.origin.y + glyph.advance.y}, {}, -angle);
    return {&glyph, std::min(start.x, end.x), std::max(start.x, end.x), start.y};
}

bool hangs(const std::string& text) { return text.size() == 1 && std::string_view("gjpqy,;()[]Q_").find(text[0]) != std::string_view::npos; }

void add_word(TextRun& run, std::vector<const Glyph*>& letters) {
    if (letters.empty()) return;
    Word word;
    word.box = ink_box(*letters[0]);
    word.bold = letters[0]->bold;
    for (const Glyph* glyph : letters) {
        word.text += glyph->text;
        word.box = united(word.box, ink_box(*glyph));
        word.font_size = std::max(word.font_size, glyph->size);
    }
    run.text += (run.text.empty() ? "" : " ") + word.text;
    run.box = run.words.empty() ? word.box : united(run.box, word.box);
    run.size = std::max(run.size, word.font_size);
    run.words.push_back(std::move(word));
    letters.clear();
}

/// Cuts a line of characters at wide gaps and where the type changes much.
void add_runs(std::vector<Laid> line, double angle, std::vector<TextRun>& runs) {
    std::ranges::sort(line, {}, [](const Laid& l) { return std::tuple(l.from, l.to); });
    TextRun run;
    std::vector<const Glyph*> letters;
    const Laid* before = nullptr;
    const auto close = [&] {
        add_word(run, letters);
        run.angle = angle;
        if (!run.text.empty()) runs.push_back(std::move(run));
        run = {};
    };
    for (const Laid& next : line) {
        if (before != nullptr) {
            const double size = std::max(before->glyph->size, next.glyph->size);
            const double gap = next.from - before->to;
            const double smaller = std::min(before->glyph->size, next.glyph->size);
            const bool other_text = gap > word_gap * size && size > other_size * smaller;  // "W-a" beside the large "W"
            if (gap > run_gap * size || gap < -0.7 * size || size > 2.2 * smaller || other_text) {
                close();
            } else if (gap > word_gap * size) {
                add_word(run, letters);
            }
        }
        letters.push_back(next.glyph);
        before = &next;
    }
    close();
}

}  // namespace

std::vector<Box> boxes_along(const TextRun& run) {
    constexpr double nearly_level = 5;  // degrees
    if (plane::turn_between(run.angle, 0, 90) < nearly_level) return {run.box};
    const double radians = run.angle * std::numbers::pi / 180;
    const double cosine = std::abs(std::cos(radians));
    const double sine = std::abs(std::sin(radians));
    const double height = std::min({(cap_height + descent) * run.size, run.box.width() / sine, run.box.height() / cosine});
    if (height <= 0) return {run.box};
    const double length = cosine > sine ? (run.box.width() - height * sine) / cosine : (run.box.height() - height * cosine) / sine;
    const auto steps = std::max(1, static_cast<int>(std::ceil(2 * length / height)));
    std::vector<Box> boxes;
    for (int i = 0; i <= steps; ++i) {
        const Point middle = plane::turned({run.box.mid_x() + length * (static_cast<double>(i) / steps - 0.5), run.box.mid_y()}, plane::middle(run.box), run.angle);
        boxes.push_back(plane::grown({middle.x, middle.y, middle.x, middle.y}, height / 2));
    }
    return boxes;
}

Box ink_box(const Glyph& glyph) {
    const double length = std::hypot(glyph.advance.x, glyph.advance.y);
    const double bottom = hangs(glyph.text) ? descent * glyph.size : 0;
    Ring corners;
    for (const double x : {0.0, length}) {
        for (const double y : {-cap_height * glyph.size, bottom}) {
            corners.push_back(plane::turned({glyph.origin.x + x, glyph.origin.y + y}, glyph.origin, glyph.angle));
        }
    }
    return plane::box_of(corners);
}

std::vector<Glyph> without_doubles(const std::vector<Glyph>& glyphs) {
    constexpr double cell = 2;  // points
    std::map<std::pair<long, long>, std::vector<const Glyph*>> seen;
    std::vector<Glyph> kept;
    kept.reserve(glyphs.size());
    for (const Glyph& glyph : glyphs) {
        const long column = std::lround(glyph.origin.x / cell);
        const long row = std::lround(glyph.origin.y / cell);
        bool known = false;
        for (long dx = -1; dx <= 1 && !known; ++dx) {
            for (long dy = -1; dy <= 1 && !known; ++dy) {
                const auto found = seen.find({column + dx, row + dy});
                known = found != seen.end() && std::ranges::any_of(found->second, [&glyph](const Glyph* other) {
                            return other->text == glyph.text && plane::distance(other->origin, glyph.origin) < 0.12 * glyph.size &&
                                   plane::turn_between(other->angle, glyph.angle) < 2;
                        });
            }
        }
        if (known) continue;
        kept.push_back(glyph);
        seen[{column, row}].push_back(&kept.back());
    }
    return kept;
}

std::vector<TextRun> text_runs(const std::vector<Glyph>& glyphs) {
    std::map<long, std::vector<const Glyph*>> by_angle;
    for (const Glyph& glyph : glyphs) {
        if (glyph.size > 0) by_angle[std::lround(glyph.angle / angle_bucket)].push_back(&glyph);
    }
    std::vector<TextRun> runs;
    for (auto& [bucket, members] : by_angle) {
        const double angle = members[0]->angle;
        std::vector<Laid> all;
        for (const Glyph* glyph : members) all.push_back(laid(*glyph, angle));
        std::ranges::sort(all, {}, [](const Laid& l) { return std::tuple(l.across, l.from); });
        std::vector<Laid> line;
        for (const Laid& next : all) {
            if (!line.empty() && next.across - line.front().across > line_drift * std::min(line.front().glyph->size, next.glyph->size)) {
                add_runs(std::exchange(line, {}), angle, runs);
            }
            line.push_back(next);
        }
        add_runs(std::move(line), angle, runs);
    }
    return runs;
}

}  // namespace planlezer
