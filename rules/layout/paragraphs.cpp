#include "rules/layout/paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "rules/outline/label.hpp"
#include "rules/outline/line_shape.hpp"

namespace planlezer {
namespace {

constexpr double wide_pitch = 1.17;    ///< times the usual distance of base lines, in a text layer
constexpr double wide_pitch_ocr = 1.28;  ///< the same where boxes hug the ink and vary with the letters
constexpr double first_indent = 0.8;   ///< line heights a first line stands in
constexpr double outdent = 0.5;        ///< line heights a line stands out before the text above it
constexpr double spare_room = 0.4;     ///< line heights a word may need more than it seems

double height_of(const Line& line) { return std::max(4.0, line.font_size > 0 ? line.font_size : line.box.height()); }

/// The usual distance between base lines, by line height in whole points.
class Pitches {
  public:
    explicit Pitches(const std::vector<PlacedLine>& lines) {
        std::map<long, std::vector<double>> found;
        std::vector<double> all;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const Line& above = lines[i - 1].line;
            const Line& below = lines[i].line;
            if (above.page != below.page || below.starts_column || below.table || above.table) continue;
            const double pitch = below.box.mid_y() - above.box.mid_y();
            const double relative = pitch / height_of(below);
            if (relative < 0.7 || relative > 3) continue;
            found[std::lround(height_of(below))].push_back(relative);
            all.push_back(relative);
        }
        for (auto& [height, pitches] : found) {
            if (pitches.size() >= 5) by_height_[height] = usual(pitches);
        }
        if (!all.empty()) any_ = usual(all);
    }

    [[nodiscard]] double at(const Line& line) const {
        const auto found = by_height_.find(std::lround(height_of(line)));
        return (found == by_height_.end() ? any_ : found->second) * height_of(line);
    }

  private:
    /// Most lines follow inside a paragraph: the lower third says how near.
    static double usual(std::vector<double>& pitches) {
        const auto third = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 3);
        std::nth_element(pitches.begin(), third, pitches.end());
        return *third;
    }
    std::map<long, double> by_height_;
    double any_ = 1.35;
};

bool same_type(const Line& a, const Line& b) {
    if (a.bold != b.bold || a.italic != b.italic) return false;
    if (a.font_size <= 0 || b.font_size <= 0) return true;
    return std::abs(a.font_size - b.font_size) < 0.08 * std::max(a.font_size, b.font_size);
}

/// The line before ends although the first word of this one had fitted in it.
bool ends_early(const PlacedLine& before, const PlacedLine& line) {
    const FlowWord& first = line.line.words.front();
    const double room = before.right - before.line.box.x1;
    return room > first.boxes.front().width() + (0.3 + spare_room) * height_of(line.line);
}

bool begins_anew(const PlacedLine& before, const PlacedLine& line) {
    const double height = height_of(line.line);
    // A list item with a hanging indent, or the first line of a paragraph that stands in.
    const bool closed = clause_closed(before.line.words);
    const double x = line.line.box.x0;
    if (x > before.text_x + first_indent * height && x > before.line.box.x0 + first_indent * height) return closed;
    if (x < before.text_x - outdent * height && before.text_x - before.line.box.x0 < 1) return closed;
    return false;
}

}  // namespace

void find_paragraphs(std::vector<PlacedLine>& lines) {
    const Pitches pitches(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        PlacedLine& at = lines[i];
        Line& line = at.line;
        line.indent = std::max(0.0, line.box.x0 - at.left);
        at.text_x = line.box.x0;
        const auto label = read_label(line);
        if (label && label->glued == 0 && label->words < line.words.size()) at.text_x = line.words[label->words].boxes.front().x0;
        if (i == 0 || line.table || lines[i - 1].line.table || line.footnote != lines[i - 1].line.footnote) {
            line.starts_paragraph = true;
            continue;
        }
        const PlacedLine& before = lines[i - 1];
        const bool below = !line.starts_column && before.line.page == line.page;
        if (below) line.gap = std::max(0.0, line.box.y0 - before.line.box.y1);
        const double wide = line.words.front().origin == TextOrigin::ocr ? wide_pitch_ocr : wide_pitch;
        const bool far = below && line.box.mid_y() - before.line.box.mid_y() > wide * std::max(pitches.at(line), pitches.at(before.line));
        // A word broken at the line's end goes on, however much room there was.
        const std::string& last = before.line.words.back().text;
        const bool broken = last.size() > 2 && last.ends_with('-');
        if (broken && below && !far) {
            line.starts_paragraph = false;
            continue;
        }
        line.starts_paragraph = far || !same_type(before.line, line) || ends_early(before, at) || (below && begins_anew(before, at));
        // The text behind a label on a line that goes on below the label keeps its indent.
        if (!line.starts_paragraph && !label) at.text_x = std::min(before.text_x, line.box.x0 + 1000);
        if (!line.starts_paragraph && !label && std::abs(line.box.x0 - before.text_x) > 3) at.text_x = line.box.x0;
    }
}

}  // namespace planlezer
