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

}  // namespace

std::vector<Piece> pieces_of(const Drawing& drawing) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < drawing.paths.size(); ++i) {
        for (const DrawnLine& line : drawing.paths[i].lines) {
            pieces.push_back({&drawing.paths[i], &line, i, plane::box_of(line.points)});
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
