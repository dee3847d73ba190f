#include "schemas/json/json_layout.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer {

namespace {

std::string scalar(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

bool on_one_line(const Json& array) {
    return std::ranges::all_of(array, [](const Json& element) {
        if (!element.is_structured()) return true;
        return element.is_array() && std::ranges::none_of(element, [](const Json& inner) { return inner.is_structured(); });
    });
}

std::string one_line(const Json& array) {
    std::string text = "[";
    for (const Json& element : array) {
        if (text.size() > 1) text += ", ";
        text += element.is_array() ? one_line(element) : scalar(element);
    }
    return text + "]";
}

void append(std::string& out, const Json& json, int depth) {
    if (!json.is_structured()) {
        out += scalar(json);
        return;
    }
    if (json.empty() || (json.is_array() && on_one_line(json))) {
        out += json.is_array() ? one_line(json) : "{}";
        return;
    }
    const std::string indent(static_cast<std::size_t>(depth + 1) * 2, ' ');
    out += json.is_array() ? '[' : '{';
    bool first = true;
    for (const auto& [key, value] : json.items()) {
        out += first ? "\n" : ",\n";
        first = false;
        out += indent;
        if (json.is_object()) out += scalar(Json(key)) + ": ";
        append(out, value, depth + 1);
    }
    out += '\n' + indent.substr(2);
    out += json.is_array() ? ']' : '}';
}

}  // namespace

std::string laid_out_inside(const Json& json, int depth) {
    std::string out;
    append(out, json, depth);
    return out;
}

std::string laid_out(const Json& json) { return laid_out_inside(json, 0) + "\n"; }

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

double rounded(double value, int decimals) {
    const double factor = std::pow(10.0, decimals);
    const double result = std::round(value * factor) / factor;
    return result == 0 ? 0 : result;  // no "-0.0"
}

Json provenance_json(const Provenance& provenance) {
    Json boxes = Json::array();
    for (const Box& box : provenance.boxes) {
        boxes.push_back({rounded(box.x0, 2), rounded(box.y0, 2), rounded(box.x1, 2), rounded(box.y1, 2)});
    }
    Json json;
    json["file"] = provenance.file;
    json["page"] = provenance.page;
    json["boxes"] = std::move(boxes);
    json["quote"] = provenance.quote;
    json["rule"] = text_or_null(provenance.rule);
    return json;
}

Json failures_json(const std::vector<Failure>& failures) {
    Json list = Json::array();
    for (const Failure& failure : failures) {
        Json json;
        json["page"] = failure.page;
        json["kind"] = failure_kind_text(failure.kind);
        json["message"] = failure.message;
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace planlezer
