#include "schemas/omgevingsplan/write/table_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "schemas/omgevingsplan/write/text_writer.hpp"
#include "schemas/omgevingsplan/write/xml_text.hpp"

namespace planlezer::omgevingsplan {

namespace {

std::string decimal(int number) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

std::string column_name(int column) { return "c" + decimal(column + 1); }

/// The cells of rows [from, to) of the table, counted from 0, whole: cut off at the edges, the gaps filled.
std::vector<TableCell> grid(const TextTable& table, int from, int to) {
    const auto columns = static_cast<std::size_t>(table.columns);
    std::vector<bool> taken(static_cast<std::size_t>(to - from) * columns, false);
    std::vector<TableCell> cells;
    for (TableCell cell : table.cells) {
        if (cell.row < from || cell.row >= to || cell.column < 0 || cell.column >= table.columns) continue;
        cell.row_span = std::clamp(cell.row_span, 1, to - cell.row);
        cell.column_span = std::clamp(cell.column_span, 1, table.columns - cell.column);
        cell.row -= from;
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
            for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                taken[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)] = true;
            }
        }
        cells.push_back(std::move(cell));
    }
    for (std::size_t place = 0; place < taken.size(); ++place) {
        if (!taken[place]) cells.push_back({"", static_cast<int>(place / columns), static_cast<int>(place % columns), 1, 1});
    }
    std::ranges::sort(
        cells, [](const TableCell& a, const TableCell& b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
    return cells;
}

/// Rows in which no cell begins go out.
void close_up(std::vector<TableCell>& cells, int rows) {
    for (int row = rows - 1; row >= 0; --row) {
        if (std::ranges::any_of(cells, [row](const TableCell& cell) { return cell.row == row; })) continue;
        for (TableCell& cell : cells) {
            if (cell.row > row) {
                --cell.row;
            } else if (cell.row + cell.row_span > row) {
                --cell.row_span;
            }
        }
    }
}

void write_entry(XmlWriter& xml, const TableCell& cell) {
    xml.block("entry", [&] {
        if (cell.column_span > 1) {
            xml.attribute("namest", column_name(cell.column));
            xml.attribute("nameend", column_name(cell.column + cell.column_span - 1));
        } else {
            xml.attribute("colname", column_name(cell.column));
        }
        if (cell.row_span > 1) xml.attribute("morerows", decimal(cell.row_span - 1));
        if (!is_blank(cell.text)) xml.leaf("Al", cell.text);
    });
}

void write_rows(XmlWriter& xml, const char* name, const TextTable& table, int from, int to) {
    std::vector<TableCell> cells = grid(table, from, to);
    close_up(cells, to - from);
    xml.block(name, [&] {
        xml.attribute("valign", "top");
        for (auto first = cells.begin(); first != cells.end();) {
            const auto last = std::find_if(first, cells.end(), [first](const TableCell& cell) { return cell.row != first->row; });
            xml.block("row", [&] { std::for_each(first, last, [&](const TableCell& cell) { write_entry(xml, cell); }); });
            first = last;
        }
    });
}

}  // namespace

void write_table(XmlWriter& xml, const TextTable& table) {
    const int head = table.head_rows < table.rows ? table.head_rows : 0;
    xml.block("table", [&] {
        write_ids(xml, table.e_id, table.w_id);
        xml.attribute("frame", "all");
        xml.attribute("colsep", "1");
        xml.attribute("rowsep", "1");
        xml.block("tgroup", [&] {
            xml.attribute("cols", decimal(table.columns));
            xml.attribute("align", "left");
            for (int column = 0; column < table.columns; ++column) {
                xml.block("colspec", [&] {
                    xml.attribute("colnum", decimal(column + 1));
                    xml.attribute("colname", column_name(column));
                });
            }
            if (head > 0) write_rows(xml, "thead", table, 0, head);
            write_rows(xml, "tbody", table, head, table.rows);
        });
    });
}

}  // namespace planlezer::omgevingsplan
