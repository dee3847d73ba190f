#include "schemas/omgevingsplan/compose/text_ids.hpp"

#include <map>
#include <set>
#include <string_view>

namespace planlezer::omgevingsplan {

namespace {

std::string_view prefix_of(PartKind kind) {
    switch (kind) {
        case PartKind::hoofdstuk: return "chp";
        case PartKind::afdeling: return "subchp";
        case PartKind::paragraaf: return "subsec";
        case PartKind::artikel: return "art";
        case PartKind::lid: return "para";
    }
    return {};
}

/// The printed number as an eId may hold it: letters, digits, points and dashes, no point at its end (STOP0013). "" when
/// nothing is left of it.
std::string number_in_id(std::string_view printed) {
    std::string number;
    for (const char c : printed) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
        if (plain) number += c;
    }
    while (!number.empty() && number.back() == '.') number.pop_back();
    return number;
}

class IdGiver {
  public:
    explicit IdGiver(const std::string& prefix) : prefix_(prefix) {}

    void give(std::vector<Part>& parts, const std::string& around) {
        Places places;
        for (Part& part : parts) {
            std::tie(part.e_id, part.w_id) = id(around, prefix_of(part.kind), number_in_id(part.number), places);
            Places inside;
            give(part.blocks, part.e_id, inside);
            give(part.parts, part.e_id);
        }
    }

  private:
    using Places = std::map<std::string, int, std::less<>>;  // prefix -> how many there are in one element

    std::pair<std::string, std::string> id(const std::string& around, std::string_view prefix, const std::string& number, Places& places) {
        const int place = ++places[std::string(prefix)];
        const std::string own = std::string(prefix) + "_" + (number.empty() ? "o_" + std::to_string(place) : number);
        const std::string base = around.empty() ? own : around + "__" + own;
        std::string e_id = base;
        for (int copy = 2; !taken_.insert(e_id).second; ++copy) e_id = base + "_inst" + std::to_string(copy);
        return {e_id, prefix_ + "__" + e_id};
    }

    void give(std::vector<Block>& blocks, const std::string& around, Places& places) {
        for (Block& block : blocks) {
            for (Run& run : block.al) {
                if (run.gio != nothing) std::tie(run.e_id, run.w_id) = id(around, "ref", {}, places);
            }
            if (block.list) give(*block.list, around, places);
            if (block.table) std::tie(block.table->e_id, block.table->w_id) = id(around, "table", {}, places);
        }
    }

    void give(TextList& list, const std::string& around, Places& places) {
        std::tie(list.e_id, list.w_id) = id(around, "list", {}, places);
        Places items;
        for (ListItem& item : list.items) {
            std::tie(item.e_id, item.w_id) = id(list.e_id, "item", number_in_id(item.number), items);
            Places inside;
            give(item.blocks, item.e_id, inside);
        }
    }

    const std::string& prefix_;
    std::set<std::string, std::less<>> taken_;
};

}  // namespace

void give_ids(std::vector<Part>& parts, const std::string& prefix) { IdGiver(prefix).give(parts, {}); }

}  // namespace planlezer::omgevingsplan
