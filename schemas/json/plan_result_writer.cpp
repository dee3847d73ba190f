#include "schemas/json/plan_result_writer.hpp"

#include "schemas/json/json_layout.hpp"
#include "schemas/json/map_json.hpp"

namespace planlezer {

namespace {

Json document_json(const Document& document) {
    Json json;
    json["file"] = document.file;
    json["sha256"] = document.sha256;
    json["media_type"] = text_or_null(document.media_type);
    json["role"] = document_role_text(document.role);
    json["pages"] = document.pages;
    json["pages_ocr"] = document.pages_ocr;
    json["failures"] = failures_json(document.failures);
    return json;
}

Json cell_json(const TextCell& cell) {
    Json json;
    json["row"] = cell.row;
    json["column"] = cell.column;
    json["row_span"] = cell.row_span;
    json["column_span"] = cell.column_span;
    json["head"] = cell.head;
    json["text"] = cell.text;
    return json;
}

Json passage_json(const Passage& passage) {
    Json json;
    json["kind"] = passage_kind_text(passage.kind);
    json["after"] = passage.after;
    json["text"] = passage.text;
    json["confidence"] = rounded(passage.confidence, 3);
    if (passage.kind != PassageKind::tabel) return json;
    json["rows"] = passage.rows;
    json["columns"] = passage.columns;
    json["head_rows"] = passage.head_rows;
    json["cells"] = Json::array();
    for (const TextCell& cell : passage.cells) json["cells"].push_back(cell_json(cell));
    return json;
}

Json article_json(const Article& article) {
    Json json;
    json["id"] = article.id;
    json["number"] = article.number;
    json["kind"] = article.kind;
    json["heading"] = article.heading;
    json["parent"] = text_or_null(article.parent);
    json["label"] = article.label;
    json["section"] = section_role_text(article.section);
    json["bestemming"] = text_or_null(article.bestemming);
    json["text"] = Json::array();
    for (const Passage& passage : article.passages) json["text"].push_back(passage_json(passage));
    json["provenance"] = provenance_json(article.provenance);
    return json;
}

Json norm_json(const NormStatement& norm, std::size_t index) {
    Json json;
    json["id"] = norm_id(index);
    json["kind"] = norm.kind;
    json["comparator"] = comparator_text(norm.comparator);
    json["value"] = norm.value ? Json(norm.value->text()) : Json(nullptr);
    json["unit"] = text_or_null(unit_text(norm.unit));
    json["value_source"] = value_source_text(norm.value_source);
    json["formula"] = text_or_null(norm.formula);
    json["role"] = norm_role_text(norm.role);
    json["bestemming"] = text_or_null(norm.bestemming);
    json["subject"] = text_or_null(norm.subject);
    json["aanduiding"] = norm.aanduiding;
    json["condition"] = text_or_null(norm.condition);
    json["exceptions"] = norm.exceptions;
    json["article"] = norm.article;
    json["article_id"] = text_or_null(norm.article_id);
    json["location"]["kind"] = location_kind_text(norm.location);
    json["location"]["geometry"] = geometry_json(norm.area);
    json["confidence"] = rounded(norm.confidence, 3);
    json["status"] = norm_status_text(norm.status);
    Json flags = Json::array();
    for (const FlagCode code : norm.flags) flags.push_back(flag_row(code).name);
    json["flags"] = std::move(flags);
    json["inherited"] = norm.inherited;
    json["provenance"] = provenance_json(norm.provenance);
    return json;
}

Json flag_json(const Flag& flag) {
    const FlagRow& row = flag_row(flag.code);
    Json json;
    json["code"] = row.name;
    json["severity"] = severity_text(row.severity);
    json["message"] = flag.message();
    json["advice"] = row.advice;
    json["detail"] = text_or_null(flag.detail);
    Json norms = Json::array();
    for (const std::size_t index : flag.norms) norms.push_back(norm_id(index));
    json["norms"] = std::move(norms);
    json["provenance"] = flag.provenance ? provenance_json(*flag.provenance) : Json(nullptr);
    return json;
}

}  // namespace

std::string write_plan_result(const PlanResult& result) {
    Json json;
    json["format"] = plan_result_format;
    json["plan_id"] = result.plan_id;
    json["imro_id"] = text_or_null(result.imro_id);
    json["name"] = result.name;
    json["status"] = plan_status_text(result.status());
    json["documents"] = Json::array();
    for (const Document& document : result.documents) json["documents"].push_back(document_json(document));
    json["articles"] = Json::array();
    for (const Article& article : result.articles) json["articles"].push_back(article_json(article));
    json["norms"] = Json::array();
    for (std::size_t i = 0; i < result.norms.size(); ++i) json["norms"].push_back(norm_json(result.norms[i], i));
    json["flags"] = Json::array();
    for (const Flag& flag : result.flags) json["flags"].push_back(flag_json(flag));
    json["maps"] = Json::array();
    for (const PlanMap& map : result.maps) json["maps"].push_back(plan_map_json(map));
    return laid_out(json);
}

}  // namespace planlezer
