#include "extractors/map/legend_samples.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_side = 4;        // points
constexpr double longest_sample = 130;  // points
constexpr double highest_sample = 70;   // points
constexpr double fullness = 0.9;        // share of its box a swatch fills

bool may_be_swatch(const MapArea& area) {
    if (area.shape.size() != 1) return false;
    const Box box = plane::box_of(area.shape);
    if (box.width() < least_side || box.height() < least_side) return false;
    if (box.width() > longest_sample || box.height() > highest_sample) return false;
    return plane::area(area.shape[0].outer) >= fullness * box.width() * box.height();
}

/// A level piece of line; of a sample drawn as a box with two sides only its box counts.
std::optional<LegendSample> line_sample(const SheetLine& line) {
    if (line.closed || line.filled || line.points.size() < 2) return std::nullopt;
    Box box = plane::box_of(line.points);
    if (box.width() < 3 * least_side || box.width() > longest_sample || box.height() > 0.6 * box.width()) return std::nullopt;
    box = plane::grown(box, line.width / 2);
    LegendSample sample{box, {}, {}};
    sample.style.edge = line.dash;
    sample.style.edge_width = line.width;
    sample.style.edge_colour = line.colour;
    sample.style.edge_period = line.period;
    return sample;
}

bool same_place(const Box& a, const Box& b) {
    const Box both = plane::common(a, b);
    const double least = std::min(a.width() * a.height(), b.width() * b.height());
    const double most = std::max(a.width() * a.height(), b.width() * b.height());
    return both.width() * both.height() > 0.75 * least && least > 0.45 * most;
}

/// Fill, hatching and edge drawn one over the other make one style.
void add_style(AreaStyle& style, const AreaStyle& more) {
    if (more.fill) style.fill = more.fill;
    if (more.hatch != HatchKind::none && style.hatch == HatchKind::none) {
        style.hatch = more.hatch;
        style.hatch_angle = more.hatch_angle;
        style.hatch_spacing = more.hatch_spacing;
        if (style.edge == LineDash::none) style.edge_colour = more.edge_colour;
    }
    // Of two dashed lines the box comes first: on a picture it was measured as the areas of the map are.
    const bool measured = style.edge == LineDash::dashed && more.edge == LineDash::dashed;
    if (more.edge != LineDash::none && !measured && (style.edge == LineDash::none || more.edge_width > style.edge_width)) {
        style.edge = more.edge;
        style.edge_width = more.edge_width;
        style.edge_colour = more.edge_colour;
        style.edge_period = more.edge_period;
    }
}

/// The legend of many sheets is a ruled table: boxes on end, as wide as each other, with the samples in them. Its cells are none.
class RuledTable {
  public:
    explicit RuledTable(const std::vector<LegendSample>& samples) : samples_(samples) {
        for (std::size_t i = 0; i < samples_.size(); ++i) index_.add(i, samples_[i].box);
    }

    /// Of each sample whether it is a cell.
    [[nodiscard]] std::vector<bool> cells() const {
        std::vector<bool> cells(samples_.size(), false);
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            if (cells[i] || samples_[i].sign) continue;
            std::vector<std::size_t> column{i};
            while (const auto next = below(column.back())) column.push_back(*next);
            const auto filled = std::ranges::count_if(column, [this](std::size_t id) { return holds_sample(id); });
            const bool swatches = std::ranges::any_of(column, [this](std::size_t id) { return is_swatch(id); });
            if (column.size() < least_rows || filled < least_filled || swatches) continue;
            for (const std::size_t id : column) cells[id] = true;
        }
        // A table of one row beside it has cells of the same width.
        const std::vector<bool> stacked = cells;
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            if (stacked[i] || samples_[i].sign || is_swatch(i) || !holds_sample(i)) continue;
            for (std::size_t other = 0; other < samples_.size() && !cells[i]; ++other) {
                const bool as_wide = std::abs(samples_[other].box.width() - samples_[i].box.width()) < slack;
                cells[i] = stacked[other] && as_wide && samples_[i].box.height() < 2 * samples_[other].box.height();
            }
        }
        return cells;
    }

  private:
    static constexpr double slack = 2.5;            // points
    static constexpr std::size_t least_rows = 3;
    static constexpr std::ptrdiff_t least_filled = 2;

    [[nodiscard]] std::optional<std::size_t> below(std::size_t upper) const {
        const Box& box = samples_[upper].box;
        for (const std::size_t id : index_.meeting({box.x0, box.y1 - slack, box.x1, box.y1 + slack})) {
            const Box& other = samples_[id].box;
            const bool on_end = std::abs(other.y0 - box.y1) < slack && other.height() > 2 * slack;
            if (id != upper && !samples_[id].sign && on_end && std::abs(other.x0 - box.x0) < slack && std::abs(other.x1 - box.x1) < slack) return id;
        }
        return std::nullopt;
    }

    /// On a picture the lines of a box in a cell may look like hatching of that cell.
    [[nodiscard]] bool is_swatch(std::size_t id) const {
        const LegendSample& sample = samples_[id];
        return sample.style.fill || (sample.style.hatch != HatchKind::none && !holds_sample(id));
    }

    [[nodiscard]] bool holds_sample(std::size_t cell) const {
        const Box room = plane::grown(samples_[cell].box, -1);
        return std::ranges::any_of(index_.meeting(room), [&](std::size_t id) {
            const Box& box = samples_[id].box;
            return id != cell && plane::holds(room, {box.x0, box.y0}) && plane::holds(room, {box.x1, box.y1});
        });
    }

    const std::vector<LegendSample>& samples_;
    BoxIndex index_{longest_sample};
};

void drop_cells(std::vector<LegendSample>& samples) {
    const std::vector<bool> cells = RuledTable(samples).cells();
    std::size_t at = 0;
    std::erase_if(samples, [&](const LegendSample&) { return cells[at++]; });
}

/// A line right under a number, about as wide, is drawn with the number: "60%" underlined.
bool underlines(const LegendSample& sample, const TextRun& run) {
    const Box& line = sample.box;
    const bool thin = !sample.sign && line.height() < 0.25 * run.size;
    const bool as_wide = line.width() > 0.8 * run.box.width() && line.width() < 1.8 * run.box.width() && std::abs(line.mid_x() - run.box.mid_x()) < 0.3 * run.size;
    const bool number = run.text.find_first_of("0123456789") != std::string::npos;
    return number && thin && as_wide && line.y0 > run.box.mid_y() && line.y0 - run.box.y1 < 0.6 * run.size;
}

}  // namespace

std::vector<LegendSample> legend_samples(const SheetParts& parts) {
    std::vector<LegendSample> samples;
    BoxIndex index(longest_sample);
    const auto add = [&](LegendSample sample) {
        for (const std::size_t id : index.meeting(sample.box)) {
            if (!same_place(samples[id].box, sample.box) || sample.sign || samples[id].sign) continue;
            add_style(samples[id].style, sample.style);
            return;
        }
        index.add(samples.size(), sample.box);
        samples.push_back(std::move(sample));
    };
    for (const MapArea& area : parts.areas) {
        if (may_be_swatch(area)) add({plane::box_of(area.shape), area.style, {}});
    }
    for (const SheetLine& line : parts.lines) {
        if (auto sample = line_sample(line)) add(std::move(*sample));
    }
    for (const MapSign& sign : parts.signs) add({sign.box, {}, sign});
    std::erase_if(samples, [&parts](const LegendSample& sample) {
        return std::ranges::any_of(parts.runs, [&sample](const TextRun& run) { return underlines(sample, run); });
    });
    drop_cells(samples);
    std::ranges::sort(samples, {}, [](const LegendSample& s) { return std::tuple(s.box.y0, s.box.x0); });
    return samples;
}

}  // namespace planlezer
