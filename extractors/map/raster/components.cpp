#include "extractors/map/raster/components.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

class Labels {
  public:
    std::uint32_t add() {
        parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
        return parent_.back();
    }
    std::uint32_t root(std::uint32_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a != b) parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

/// Where the next bit of the wanted value stands, at or after x; `width` when there is none.
int next_bit(const l_uint32* line, int x, int width, bool set) {
    while (x < width) {
        const l_uint32 word = set ? line[x / 32] : ~line[x / 32];
        const l_uint32 rest = word << static_cast<unsigned>(x % 32);
        if (rest != 0) return std::min(width, x + __builtin_clz(rest));
        x += 32 - x % 32;
    }
    return width;
}

/// Gives each run the label of the runs above that it touches.
void label_row(const std::vector<PixelRun>& runs, std::size_t above, std::size_t row, int reach, std::vector<std::uint32_t>& label, Labels& labels) {
    std::size_t up = above;
    for (std::size_t i = row; i < runs.size(); ++i) {
        label.push_back(labels.add());
        while (up < row && runs[up].x1 + reach <= runs[i].x0) ++up;
        for (std::size_t j = up; j < row && runs[j].x0 < runs[i].x1 + reach; ++j) labels.join(label[i], label[j]);
    }
}

}  // namespace

void runs_of_row(Pix& binary, int y, bool set, std::vector<PixelRun>& runs) {
    const l_uint32* line = pixGetData(&binary) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&binary);
    const int width = pixGetWidth(&binary);
    for (int x = next_bit(line, 0, width, set); x < width;) {
        const int end = next_bit(line, x, width, !set);
        runs.push_back({y, x, end});
        x = next_bit(line, end, width, set);
    }
}

Components components_of(Pix& binary, bool inverted) {
    const int height = pixGetHeight(&binary);
    std::vector<PixelRun> runs;
    std::vector<std::uint32_t> label;
    Labels labels;
    std::size_t above = 0;
    for (int y = 0; y < height; ++y) {
        const std::size_t row = runs.size();
        if (!runs.empty() && above < row && runs[above].y + 1 < y) above = row;
        runs_of_row(binary, y, !inverted, runs);
        label_row(runs, above, row, inverted ? 0 : 1, label, labels);
        above = row;
    }
    // Numbered in the order of their first runs, runs brought together.
    Components found;
    std::vector<std::uint32_t> number(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::uint32_t root = labels.root(label[i]);
        if (root == i) {
            number[i] = static_cast<std::uint32_t>(found.list.size());
            found.list.push_back({{runs[i].x0, runs[i].y, runs[i].x1, runs[i].y + 1}, 0, 0, 0});
        }
        label[i] = number[root];
        Component& component = found.list[label[i]];
        component.box.x0 = std::min(component.box.x0, runs[i].x0);
        component.box.x1 = std::max(component.box.x1, runs[i].x1);
        component.box.y1 = runs[i].y + 1;
        component.pixels += runs[i].x1 - runs[i].x0;
        ++component.count;
    }
    std::size_t next = 0;
    for (Component& component : found.list) {
        component.first = next;
        next += component.count;
        component.count = 0;
    }
    found.runs.resize(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Component& component = found.list[label[i]];
        found.runs[component.first + component.count++] = runs[i];
    }
    return found;
}

PixelBox box_of(const std::vector<const Component*>& components) {
    PixelBox box = components.front()->box;
    for (const Component* component : components) {
        box.x0 = std::min(box.x0, component->box.x0);
        box.y0 = std::min(box.y0, component->box.y0);
        box.x1 = std::max(box.x1, component->box.x1);
        box.y1 = std::max(box.y1, component->box.y1);
    }
    return box;
}

double thickness_of(const Component& component, const Components& ink) {
    const int width = component.box.width() + 2;
    std::vector<std::uint8_t> inked(static_cast<std::size_t>(width) * static_cast<std::size_t>(component.box.height() + 2), 0);
    const auto at = [&](int x, int y) -> std::uint8_t& { return inked[static_cast<std::size_t>(y - component.box.y0 + 1) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x - component.box.x0 + 1)]; };
    for (const PixelRun& run : ink.of(component)) {
        for (int x = run.x0; x < run.x1; ++x) at(x, run.y) = 1;
    }
    long edge = 0;
    for (const PixelRun& run : ink.of(component)) {
        edge += 2;
        for (int x = run.x0; x < run.x1; ++x) edge += (at(x, run.y - 1) == 0 ? 1 : 0) + (at(x, run.y + 1) == 0 ? 1 : 0);
    }
    return 2.0 * static_cast<double>(component.pixels) / static_cast<double>(edge);
}

void cut_at_row(Components& components, std::size_t id, int row) {
    Component& whole = components.list[id];
    const auto first = components.runs.begin() + static_cast<std::ptrdiff_t>(whole.first);
    const auto last = first + static_cast<std::ptrdiff_t>(whole.count);
    // Runs stand by rows.
    const auto middle = std::find_if(first, last, [row](const PixelRun& run) { return run.y >= row; });
    const auto part = [&](auto from, auto to) {
        Component made{{1 << 30, from->y, 0, (to - 1)->y + 1}, 0, static_cast<std::size_t>(from - components.runs.begin()), static_cast<std::size_t>(to - from)};
        for (auto run = from; run != to; ++run) {
            made.box.x0 = std::min(made.box.x0, run->x0);
            made.box.x1 = std::max(made.box.x1, run->x1);
            made.pixels += run->x1 - run->x0;
        }
        return made;
    };
    if (middle == first || middle == last) return;
    const Component lower = part(middle, last);
    whole = part(first, middle);
    components.list.push_back(lower);
}

Ring hull_of(std::span<const PixelRun> runs) {
    Ring corners;
    for (const PixelRun& run : runs) {
        for (const int y : {run.y, run.y + 1}) {
            corners.push_back({static_cast<double>(run.x0), static_cast<double>(y)});
            corners.push_back({static_cast<double>(run.x1), static_cast<double>(y)});
        }
    }
    return plane::hull_of(std::move(corners));
}

}  // namespace planlezer
