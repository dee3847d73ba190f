#include "schemas/review/review_csv.hpp"

#include <array>

#include "schemas/csv/csv_cells.hpp"
#include "schemas/review/review_queue.hpp"

namespace planlezer {

namespace {

/// Several sentences in one cell.
std::string joined(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& sentence : sentences) {
        if (!all.empty()) all += ' ';
        all += sentence;
    }
    return csv_text(all);
}

std::string code_names(const std::vector<FlagCode>& codes) {
    std::string names;
    for (const FlagCode code : codes) {
        if (!names.empty()) names += ' ';
        names += flag_row(code).name;
    }
    return names;
}

}  // namespace

std::string review_csv_header() {
    const std::array<std::string, 14> names{"plan_id", "norm_id", "kind",  "value",   "unit",    "bestemming", "subject",
                                            "article", "file",    "page",  "flags",   "message", "advice",     "quote"};
    return std::string(csv_byte_order_mark) + csv_row(names);
}

std::string review_csv_rows(const PlanResult& result) {
    static const NormStatement no_norm;
    std::string rows;
    for (const ReviewItem& item : review_queue(result)) {
        const NormStatement& norm = item.norm != nullptr ? *item.norm : no_norm;
        const std::array<std::string, 14> cells{csv_text(item.plan_id),
                                                item.norm_id,
                                                csv_text(norm.kind),
                                                csv_decimal(norm.value),
                                                std::string(unit_text(norm.unit)),
                                                csv_text(norm.bestemming),
                                                csv_text(norm.subject),
                                                csv_article(norm.article),
                                                csv_text(item.file),
                                                item.page > 0 ? std::to_string(item.page) : std::string(),
                                                code_names(item.codes),
                                                joined(item.sentences),
                                                joined(item.advice),
                                                csv_text(item.quote)};
        rows += csv_row(cells);
    }
    return rows;
}

}  // namespace planlezer
