#include "schemas/review/review_queue.hpp"

#include <algorithm>

#include "schemas/csv/csv_cells.hpp"

namespace planlezer {

namespace {

void add_once(std::vector<std::string>& texts, std::string text) {
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

void add_flag(ReviewItem& item, const Flag& flag) {
    if (std::ranges::find(item.codes, flag.code) == item.codes.end()) item.codes.push_back(flag.code);
    add_once(item.sentences, flag.message());
    add_once(item.advice, std::string(flag_row(flag.code).advice));
}

void set_place(ReviewItem& item, const Provenance& place) {
    item.file = place.file;
    item.page = place.page;
    item.quote = place.quote;
}

ReviewItem norm_item(const PlanResult& result, std::size_t index) {
    const NormStatement& norm = result.norms[index];
    ReviewItem item;
    item.plan_id = result.plan_id;
    item.norm = &norm;
    item.norm_id = norm_id(index);
    set_place(item, norm.provenance);
    for (const Flag& flag : result.flags) {
        if (std::ranges::find(flag.norms, index) != flag.norms.end()) add_flag(item, flag);
    }
    for (const FlagCode code : norm.flags) {
        if (std::ranges::find(item.codes, code) == item.codes.end()) add_flag(item, Flag{code, {}, {}, {}});
    }
    if (item.codes.empty()) {
        item.sentences.push_back("De zekerheid van deze norm (" + csv_share(norm.confidence) +
                                 ") is te laag om haar zonder controle te gebruiken.");
        item.advice.emplace_back("Vergelijk de norm met de zin in het plan.");
    }
    return item;
}

ReviewItem finding_item(const PlanResult& result, const Flag& flag) {
    ReviewItem item;
    item.plan_id = result.plan_id;
    add_flag(item, flag);
    if (flag.provenance) set_place(item, *flag.provenance);
    return item;
}

}  // namespace

std::vector<ReviewItem> review_queue(const PlanResult& result) {
    std::vector<ReviewItem> items;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        if (result.norms[i].status == NormStatus::review) items.push_back(norm_item(result, i));
    }
    for (const Flag& flag : result.flags) {
        const bool told = std::ranges::any_of(flag.norms, [&result](std::size_t norm) {
            return norm < result.norms.size() && result.norms[norm].status == NormStatus::review;
        });
        if (!told && flag_row(flag.code).severity != Severity::info) items.push_back(finding_item(result, flag));
    }
    return items;
}

}  // namespace planlezer
