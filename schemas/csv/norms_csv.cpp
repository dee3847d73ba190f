#include "schemas/csv/norms_csv.hpp"

#include <vector>

#include "schemas/csv/csv_cells.hpp"

namespace planlezer {

namespace {

struct Column {
    const char* name;
    std::string (*cell)(const PlanResult&, std::size_t norm);
};

std::string flag_names(const NormStatement& norm) {
    std::string names;
    for (const FlagCode code : norm.flags) {
        if (!names.empty()) names += ' ';
        names += flag_row(code).name;
    }
    return names;
}

const std::vector<Column>& columns() {
    static const std::vector<Column> all{
        {"plan_id", [](const PlanResult& r, std::size_t) { return csv_text(r.plan_id); }},
        {"norm_id", [](const PlanResult&, std::size_t i) { return norm_id(i); }},
        {"kind", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].kind); }},
        {"comparator", [](const PlanResult& r, std::size_t i) { return std::string(comparator_text(r.norms[i].comparator)); }},
        {"value", [](const PlanResult& r, std::size_t i) { return csv_decimal(r.norms[i].value); }},
        {"unit", [](const PlanResult& r, std::size_t i) { return std::string(unit_text(r.norms[i].unit)); }},
        {"value_source",
         [](const PlanResult& r, std::size_t i) { return std::string(value_source_text(r.norms[i].value_source)); }},
        {"formula", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].formula); }},
        {"role", [](const PlanResult& r, std::size_t i) { return std::string(norm_role_text(r.norms[i].role)); }},
        {"bestemming", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].bestemming); }},
        {"subject", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].subject); }},
        {"aanduiding", [](const PlanResult& r, std::size_t i) { return csv_texts(r.norms[i].aanduiding); }},
        {"condition", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].condition); }},
        {"exceptions", [](const PlanResult& r, std::size_t i) { return csv_texts(r.norms[i].exceptions); }},
        {"article", [](const PlanResult& r, std::size_t i) { return csv_article(r.norms[i].article); }},
        {"location",
         [](const PlanResult& r, std::size_t i) { return std::string(location_kind_text(r.norms[i].location)); }},
        {"confidence", [](const PlanResult& r, std::size_t i) { return csv_share(r.norms[i].confidence); }},
        {"status", [](const PlanResult& r, std::size_t i) { return std::string(norm_status_text(r.norms[i].status)); }},
        {"flags", [](const PlanResult& r, std::size_t i) { return flag_names(r.norms[i]); }},
        {"file", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].provenance.file); }},
        {"page", [](const PlanResult& r, std::size_t i) { return std::to_string(r.norms[i].provenance.page); }},
        {"quote", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].provenance.quote); }},
        {"rule", [](const PlanResult& r, std::size_t i) { return csv_text(r.norms[i].provenance.rule); }},
    };
    return all;
}

}  // namespace

std::string norms_csv_header() {
    std::vector<std::string> names;
    for (const Column& column : columns()) names.emplace_back(column.name);
    return std::string(csv_byte_order_mark) + csv_row(names);
}

std::string norms_csv_rows(const PlanResult& result) {
    std::string rows;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        cells.clear();
        for (const Column& column : columns()) cells.push_back(column.cell(result, i));
        rows += csv_row(cells);
    }
    return rows;
}

}  // namespace planlezer
