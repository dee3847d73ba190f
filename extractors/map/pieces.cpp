#include "extractors/map/pieces.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr long most_cells = 64;

struct Span {
    long x0 = 0;
    long y0 = 0;
    long x1 = 0;
    long y1 = 0;
};

Span span_of(const Box& box, double cell) {
    const auto at = [cell](double v) { return static_cast<long>(std::floor(std::clamp(v, -1e6, 1e6) / cell)); };
    return {at(box.x0), at(box.y0), at(box.x1), at(box.y1)};
}

/// A ground of one colour, as that of a legend, over all that was drawn there before.
struct Panel {
    Box box;
    std::size_t number = 0;  ///< of its path
};

bool is_upright_rectangle(const Ring& points, const Box& box) {
    constexpr double off = 0.01;  // points
    const auto on_corner = [&](const Point& p) {
        return std::min(std::abs(p.x - box.x0), std::abs(p.x - box.x1)) < off && std::min(std::abs(p.y - box.y0), std::abs(p.y - box.y1)) < off;
    };
    return (points.size() == 4 || points.size() == 5) && std::ranges::all_of(points, on_corner);
}

std::vector<Panel> panels_of(const Drawing& drawing) {
    constexpr double least_side = 60;  // points; a swatch or the ground of a label hides nothing that counts
    constexpr double opaque = 0.99;
    std::vector<Panel> panels;
    for (std::size_t i = 0; i < drawing.paths.size(); ++i) {
        const DrawnPath& path = drawing.paths[i];
        if (path.paint == DrawnPath::Paint::stroke || path.opacity < opaque || path.hatch.kind != HatchKind::none || path.lines.size() != 1 || path.clip >= 0) continue;
        const Box box = plane::box_of(path.lines.front().points);
        if (box.width() < least_side || box.height() < least_side || !is_upright_rectangle(path.lines.front().points, box)) continue;
        panels.push_back({plane::common(box, path.clip_box), i});
    }
    return panels;
}

bool is_hidden(const Box& box, std::size_t number, const std::vector<Panel>& panels) {
    return std::ranges::any_of(panels, [&](const Panel& panel) {
        return panel.number > number && box.x0 > panel.box.x0 && box.x1 < panel.box.x1 && box.y0 > panel.box.y0 && box.y1 < panel.box.y1;
    });
}

bool is_inside(const Point& p, const Clip& clip) {
    const auto around = std::ranges::count_if(clip.lines, [&p](const DrawnLine& line) { return plane::holds(line.points, p); });
    return clip.even_odd ? around % 2 == 1 : around > 0;
}

/// A small figure of which the clips leave nothing: a dot of a hatching that was laid over a whole box.
bool is_clipped_away(const DrawnLine& line, const Box& box, const DrawnPath& path, const Drawing& drawing) {
    constexpr double small = 12;  // points
    if (std::max(box.width(), box.height()) > small) return false;
    for (int i = path.clip; i >= 0; i = drawing.clips[static_cast<std::size_t>(i)].outer) {
        const Clip& clip = drawing.clips[static_cast<std::size_t>(i)];
        const bool fine = std::ranges::any_of(clip.lines, [&box](const DrawnLine& edge) {
            const Box bounds = plane::box_of(edge.points);
            return plane::meet(bounds, box) && std::max(bounds.width(), bounds.height()) <= small;
        });
        if (fine || is_inside(plane::middle(box), clip) || std::ranges::any_of(line.points, [&clip](const Point& p) { return is_inside(p, clip); })) continue;
        return true;
    }
    return false;
}

}  // namespace

std::vector<Piece> pieces_of(const Drawing& drawing) {
    const std::vector<Panel> panels = panels_of(drawing);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < drawing.paths.size(); ++i) {
        for (const DrawnLine& line : drawing.paths[i].lines) {
            const Box box = plane::box_of(line.points);
            if (!is_hidden(box, i, panels) && !is_clipped_away(line, box, drawing.paths[i], drawing)) pieces.push_back({&drawing.paths[i], &line, i, box});
        }
    }
    return pieces;
}

void BoxIndex::add(std::size_t id, const Box& box) {
    const Span s = span_of(box, cell_);
    if ((s.x1 - s.x0 + 1) * (s.y1 - s.y0 + 1) > most_cells) {
        large_.push_back({id, box});
        return;
    }
    for (long x = s.x0; x <= s.x1; ++x) {
        for (long y = s.y0; y <= s.y1; ++y) cells_[{x, y}].push_back({id, box});
    }
}

std::vector<std::size_t> BoxIndex::meeting(const Box& box) const {
    std::vector<std::size_t> ids;
    const auto look = [&](const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            if (plane::meet(entry.box, box)) ids.push_back(entry.id);
        }
    };
    look(large_);
    const Span s = span_of(box, cell_);
    if (static_cast<double>(s.x1 - s.x0 + 1) * static_cast<double>(s.y1 - s.y0 + 1) > static_cast<double>(cells_.size())) {
        for (const auto& [place, entries] : cells_) look(entries);
    } else {
        for (long x = s.x0; x <= s.x1; ++x) {
            for (long y = s.y0; y <= s.y1; ++y) {
                if (const auto found = cells_.find({x, y}); found != cells_.end()) look(found->second);
            }
        }
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace planlezer
