#include "schemas/review/review_json.hpp"

#include "schemas/json/json_layout.hpp"
#include "schemas/review/review_queue.hpp"

namespace planlezer {

namespace {

Json item_json(const ReviewItem& item) {
    Json json;
    json["plan_id"] = item.plan_id;
    json["norm"] = text_or_null(item.norm_id);
    const bool norm = item.norm != nullptr;
    json["kind"] = norm ? Json(item.norm->kind) : Json(nullptr);
    json["value"] = norm && item.norm->value ? Json(item.norm->value->text()) : Json(nullptr);
    json["unit"] = norm ? text_or_null(unit_text(item.norm->unit)) : Json(nullptr);
    json["bestemming"] = norm ? text_or_null(item.norm->bestemming) : Json(nullptr);
    json["subject"] = norm ? text_or_null(item.norm->subject) : Json(nullptr);
    json["article"] = norm ? text_or_null(item.norm->article) : Json(nullptr);
    json["file"] = text_or_null(item.file);
    json["page"] = item.page > 0 ? Json(item.page) : Json(nullptr);
    Json codes = Json::array();
    for (const FlagCode code : item.codes) codes.push_back(flag_row(code).name);
    json["flags"] = std::move(codes);
    json["messages"] = item.sentences;
    json["advice"] = item.advice;
    json["quote"] = text_or_null(item.quote);
    return json;
}

}  // namespace

std::string ReviewJson::begin() { return "{\n  \"format\": \"planlezer-review/1\",\n  \"items\": ["; }

std::string ReviewJson::plan(const PlanResult& result) {
    std::string text;
    for (const ReviewItem& item : review_queue(result)) {
        text += any_ ? ",\n    " : "\n    ";
        any_ = true;
        text += laid_out_inside(item_json(item), 2);
    }
    return text;
}

std::string ReviewJson::end() const { return any_ ? "\n  ]\n}\n" : "]\n}\n"; }

}  // namespace planlezer
