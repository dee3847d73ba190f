#include "rules/layout/reading_order.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string>

#include "rules/layout/columns.hpp"
#include "rules/layout/footnotes.hpp"
#include "rules/layout/hyphens.hpp"
#include "rules/layout/line_maker.hpp"
#include "rules/layout/paragraphs.hpp"
#include "rules/layout/running_heads.hpp"
#include "rules/layout/tables.hpp"
#include "schemas/rulebook/sections.hpp"

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

/// The lines of the document so far, with the borders of its tables: those on the next page are compared with them.
struct Flow {
    std::vector<PlacedLine> lines;
    std::map<std::size_t, std::vector<double>> edges;  ///< by line
};

void add_table(const Grid& grid, const TextPage& page, const Column& column, Flow& flow) {
    Line line = table_line(grid, page);
    if (line.words.empty()) return;
    if (!flow.lines.empty() && flow.lines.back().line.table && flow.lines.back().line.words.back().page != page.number) {
        const std::vector<double>& edges = flow.edges[flow.lines.size() - 1];
        if (join_tables(flow.lines.back().line, edges, line, grid.edges)) return;
    }
    flow.edges[flow.lines.size()] = grid.edges;
    PlacedLine placed;
    placed.line = std::move(line);
    placed.left = column.left;
    placed.right = column.right;
    flow.lines.push_back(std::move(placed));
}

/// A table belongs in the order of the page's segments by its middle.
void insert_tables(const std::vector<Grid>& grids, std::vector<Segment>& segments) {
    for (std::size_t g = 0; g < grids.size(); ++g) segments.push_back({{}, grids[g].box, g});
    std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) { return a.box.mid_y() < b.box.mid_y(); });
}

/// A line below a table that explains a mark in it ("* niet bij hoeken"): it goes with the table.
bool add_note(const Line& line, Flow& flow) {
    if (flow.lines.empty() || !flow.lines.back().line.table || line.words.size() < 2) return false;
    Line& table = flow.lines.back().line;
    const std::string mark = note_mark(line);
    if (mark.empty() || line.page != table.words.back().page) return false;
    const bool marked = std::any_of(table.words.begin(), table.words.end(), [&](const FlowWord& word) {
        return word.text == mark || (word.text.size() > mark.size() && word.text.ends_with(mark) && mark.find_first_of("0123456789") == std::string::npos) ||
               (word.raised && folded(word.text) == folded(mark));
    });
    if (!marked) return false;
    const std::size_t begin = table.words.size();
    table.words.insert(table.words.end(), line.words.begin(), line.words.end());
    table.table->footnotes.push_back({begin, table.words.size()});
    return true;
}

void add_page(const TextPage& page, std::vector<bool> left_out, Flow& flow) {
    std::vector<Grid> grids = ruled_grids(page, left_out);
    for (Grid& grid : lined_grids(page, left_out)) grids.push_back(std::move(grid));
    std::vector<Segment> segments = find_segments(page, left_out);
    insert_tables(grids, segments);
    std::vector<Column> columns = order_columns(std::move(segments), page);
    share_margins(columns);
    bool first_of_page = true;
    for (const Column& column : columns) {
        bool first = true;
        for (std::size_t i = 0; i < column.lines.size();) {
            const Segment& segment = column.lines[i];
            std::size_t used = 1;
            if (segment.table) {
                add_table(grids[*segment.table], page, column, flow);
            } else if (const auto grid = unruled_grid(std::span<const Segment>(column.lines).subspan(i), page, used)) {
                add_table(*grid, page, column, flow);
            } else {
                used = 1;
                PlacedLine placed;
                placed.line = make_line(segment, page);
                if (add_note(placed.line, flow)) {
                    ++i;
                    continue;
                }
                placed.left = column.left;
                placed.right = column.right;
                placed.line.starts_page = first_of_page;
                placed.line.starts_column = first && (first_of_page || column.divided);
                flow.lines.push_back(std::move(placed));
            }
            first = first_of_page = false;
            i += used;
        }
    }
}

}  // namespace

std::vector<Line> read_lines(const std::vector<TextPage>& pages) {
    const std::vector<std::vector<bool>> running = running_words(pages);
    Flow flow;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const std::size_t first = flow.lines.size();
        add_page(pages[p], running[p], flow);
        mark_footnotes(pages[p], std::span<PlacedLine>(flow.lines).subspan(first));
    }
    std::vector<PlacedLine>& placed = flow.lines;
    widen(placed);
    find_paragraphs(placed);
    std::vector<Line> lines;
    lines.reserve(placed.size());
    for (PlacedLine& line : placed) lines.push_back(std::move(line.line));
    join_hyphens(lines);
    return lines;
}

}  // namespace planlezer
