#include "schemas/omgevingsplan/compose/remarks_csv.hpp"

#include <array>

#include "schemas/csv/csv_cells.hpp"

namespace planlezer::omgevingsplan {

std::string remarks_csv_header() {
    const std::array<std::string, 6> names{"plan_id", "norm_id", "article", "place", "reason", "quote"};
    return std::string(csv_byte_order_mark) + csv_row(names);
}

std::string remarks_csv_rows(std::span<const Remark> remarks) {
    std::string rows;
    for (const Remark& remark : remarks) {
        const std::array<std::string, 6> cells{csv_text(remark.plan_id), remark.norm, csv_article(remark.article), csv_text(remark.place), csv_text(remark.reason), csv_text(remark.words)};
        rows += csv_row(cells);
    }
    return rows;
}

}  // namespace planlezer::omgevingsplan
