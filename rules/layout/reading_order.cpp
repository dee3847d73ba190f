#include "rules/layout/reading_order.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "rules/layout/columns.hpp"
#include "rules/layout/footnotes.hpp"
#include "rules/layout/hyphens.hpp"
#include "rules/layout/line_maker.hpp"
#include "rules/layout/paragraphs.hpp"
#include "rules/layout/running_heads.hpp"

namespace planlezer {
namespace {

/// Lines that are not divided into columns share the page's margins.
void share_margins(std::vector<Column>& columns) {
    double left = 1e9;
    double right = -1e9;
    for (const Column& column : columns) {
        if (column.divided) continue;
        left = std::min(left, column.left);
        right = std::max(right, column.right);
    }
    for (Column& column : columns) {
        if (column.divided) continue;
        column.left = left;
        column.right = right;
    }
}

/// A page with few full lines takes its right margin from the pages that have some.
void widen(std::vector<PlacedLine>& lines) {
    std::vector<double> rights;
    int page = -1;
    for (const PlacedLine& placed : lines) {
        if (placed.line.page == page) continue;
        page = placed.line.page;
        rights.push_back(placed.right);
    }
    if (rights.size() < 3) return;
    const auto middle = rights.begin() + static_cast<std::ptrdiff_t>(rights.size() / 2);
    std::nth_element(rights.begin(), middle, rights.end());
    for (PlacedLine& placed : lines) {
        // Only what is a little narrower is the same text block; columns and landscape pages are not.
        if (placed.right < *middle && placed.left < *middle - 0.5 * (*middle - placed.left) && placed.right > placed.left + 0.6 * (*middle - placed.left))
            placed.right = *middle;
    }
}

void add_page(const TextPage& page, const std::vector<bool>& left_out, std::vector<PlacedLine>& lines) {
    std::vector<Column> columns = order_columns(find_segments(page, left_out), page);
    share_margins(columns);
    bool first_of_page = true;
    for (const Column& column : columns) {
        bool first = true;
        for (const Segment& segment : column.lines) {
            PlacedLine placed;
            placed.line = make_line(segment, page);
            placed.left = column.left;
            placed.right = column.right;
            placed.line.starts_page = first_of_page;
            placed.line.starts_column = first && (first_of_page || column.divided || lines.empty() || lines.back().line.box.y0 > segment.box.y0);
            first = first_of_page = false;
            lines.push_back(std::move(placed));
        }
    }
}

}  // namespace

std::vector<Line> read_lines(const std::vector<TextPage>& pages) {
    const std::vector<std::vector<bool>> running = running_words(pages);
    std::vector<PlacedLine> placed;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const std::size_t first = placed.size();
        add_page(pages[p], running[p], placed);
        mark_footnotes(pages[p], std::span<PlacedLine>(placed).subspan(first));
    }
    widen(placed);
    find_paragraphs(placed);
    std::vector<Line> lines;
    lines.reserve(placed.size());
    for (PlacedLine& line : placed) lines.push_back(std::move(line.line));
    join_hyphens(lines);
    return lines;
}

}  // namespace planlezer
