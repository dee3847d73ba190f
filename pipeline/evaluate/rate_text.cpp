#include "pipeline/evaluate/rate_text.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer::evaluate {

namespace {

/// 0-1 as a percentage with one decimal and a comma: "97,0".
std::string percent(double share) {
    const long long tenths = std::llround(share * 1000);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

}  // namespace

std::string padded(std::string text, std::size_t width) {
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const auto signs = text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues));
    text.append(signs < width ? width - signs : 1, ' ');
    return text;
}

std::string rate_text(const Rate& rate) {
    if (rate.total == 0) return "-";
    const Interval interval = rate.interval();
    return percent(rate.share()) + " [" + percent(interval.low) + "-" + percent(interval.high) + "] " + std::to_string(rate.hits) +
           "/" + std::to_string(rate.total);
}

Json rate_json(const Rate& rate) {
    Json json;
    json["hits"] = rate.hits;
    json["total"] = rate.total;
    json["share"] = rate.total > 0 ? Json(rounded(rate.share(), 5)) : Json(nullptr);
    json["low"] = rounded(rate.interval().low, 5);
    json["high"] = rounded(rate.interval().high, 5);
    return json;
}

}  // namespace planlezer::evaluate
