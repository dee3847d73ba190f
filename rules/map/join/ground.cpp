#include "rules/map/join/ground.hpp"

#include <algorithm>

#include "rules/map/join/names.hpp"
#include "schemas/geometry/plan_cover.hpp"
#include "schemas/geometry/polygons.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

constexpr double crumb_width = 0.1;  // metres
constexpr double crumb_area = 1.0;   // square metres

bool is_bestemming(const PlanObject& object) {
    return object.kind == PlanObjectKind::enkelbestemming || object.kind == PlanObjectKind::dubbelbestemming;
}

bool is_aanduiding(const PlanObject& object) {
    using enum PlanObjectKind;
    return object.kind == functieaanduiding || object.kind == bouwaanduiding || object.kind == gebiedsaanduiding;
}

/// "buiten het bouwvlak", "niet ter plaatse van": what the words name is where the norm does not hold.
bool turns_away(const std::string& condition) {
    return condition.find("buiten") != std::string::npos || condition.find("niet ") != std::string::npos || condition.find("uitzondering") != std::string::npos;
}

}  // namespace

bool holds_everywhere(const NormStatement& norm) {
    return norm.bestemming.empty() && norm.aanduiding.empty() && norm.location == LocationKind::unknown && norm.role != NormRole::definition;
}

MultiPolygon without_crumbs(const MultiPolygon& area) {
    if (area.empty()) return {};
    MultiPolygon clean = cleaned(area, 0.001, crumb_width);
    std::erase_if(clean, [](const Polygon& part) { return planlezer::area({part}) < crumb_area; });
    return clean;
}

MultiPolygon part_in(const MultiPolygon& area, const MultiPolygon& place) {
    // A bestemming of a whole countryside has thousands of parts, an area lies in one or two of them.
    const Bounds own = bounds(area);
    MultiPolygon near;
    for (const Polygon& part : place) {
        Bounds box{part.outer.front().x, part.outer.front().y, part.outer.front().x, part.outer.front().y};
        for (const Point& point : part.outer) {
            box = {std::min(box.x0, point.x), std::min(box.y0, point.y), std::max(box.x1, point.x), std::max(box.y1, point.y)};
        }
        if (box.x0 <= own.x1 && own.x0 <= box.x1 && box.y0 <= own.y1 && own.y0 <= box.y1) near.push_back(part);
    }
    return area.empty() || near.empty() ? MultiPolygon{} : without_crumbs(intersection(area, near));
}

template <typename Wanted>
MultiPolygon Ground::all(const Wanted& wanted) const {
    std::vector<MultiPolygon> parts;
    for (const PlanObject& object : map_.objects) {
        if (!object.area.empty() && wanted(object)) parts.push_back(object.area);
    }
    return parts.size() == 1 ? parts.front() : cleaned(merged(parts));
}

const MultiPolygon* Ground::kept(const std::string& key, MultiPolygon area) {
    const MultiPolygon& stored = known_.emplace(key, std::move(area)).first->second;
    return stored.empty() ? nullptr : &stored;
}

bool Ground::has_bestemmingen() const { return std::ranges::any_of(map_.objects, is_bestemming); }

const MultiPolygon* Ground::bestemming(const std::string& name, const std::string& article) {
    const std::string plain = plain_name(name);
    const std::string number = artikel_number(article);
    const std::string key = "bestemming " + plain + " " + number;
    if (const auto known = known_.find(key); known != known_.end()) return known->second.empty() ? nullptr : &known->second;
    MultiPolygon found = all([&](const PlanObject& o) { return is_bestemming(o) && plain_name(o.name) == plain; });
    // The number helps a name that was read badly, never against it: another plan, or another version, counts its artikelen otherwise.
    if (found.empty() && !number.empty()) {
        found = all([&](const PlanObject& o) { return is_bestemming(o) && o.article == number && may_be_one_name(plain_name(o.name), plain); });
    }
    const std::string letters = letters_of(name);
    if (found.empty() && !letters.empty()) found = all([&](const PlanObject& o) { return is_bestemming(o) && plain_name(o.code) == letters; });
    return kept(key, std::move(found));
}

const std::map<std::string, MultiPolygon>& Ground::enkelbestemmingen() {
    if (enkelbestemmingen_) return *enkelbestemmingen_;
    enkelbestemmingen_.emplace();
    for (const PlanObject& object : map_.objects) {
        if (object.kind == PlanObjectKind::enkelbestemming) enkelbestemmingen_->try_emplace(object.name);
    }
    for (auto& [name, area] : *enkelbestemmingen_) {
        area = all([&](const PlanObject& o) { return o.kind == PlanObjectKind::enkelbestemming && o.name == name; });
    }
    return *enkelbestemmingen_;
}

const MultiPolygon& Ground::bouwvlakken() {
    const std::string key = "bouwvlakken";
    if (!known_.contains(key)) known_[key] = all([](const PlanObject& o) { return o.kind == PlanObjectKind::bouwvlak; });
    return known_[key];
}

const MultiPolygon* Ground::aanduiding(const std::string& name) {
    const std::string plain = plain_name(name);
    const std::string key = "aanduiding " + plain;
    if (const auto known = known_.find(key); known != known_.end()) return known->second.empty() ? nullptr : &known->second;
    if (plain == "bouwvlak") return kept(key, bouwvlakken());
    return kept(key, all([&](const PlanObject& o) { return is_aanduiding(o) && plain_name(o.name) == plain; }));
}

const MultiPolygon& Ground::plangebied() {
    const std::string key = "plangebied";
    if (!known_.contains(key)) {
        known_[key] = all([](const PlanObject& o) { return o.kind == PlanObjectKind::plangebied; });
        // A map may leave its border out; the bestemmingen cover the plan.
        if (known_[key].empty()) known_[key] = all([](const PlanObject& o) { return o.kind == PlanObjectKind::enkelbestemming; });
    }
    return known_[key];
}

const MultiPolygon& Ground::unsure_ground() {
    const std::string key = "welke bestemming";
    if (!known_.contains(key)) {
        const auto ground = [this](bool sure) {
            return all([sure](const PlanObject& o) { return o.kind == PlanObjectKind::enkelbestemming && o.one_of_several != sure; });
        };
        MultiPolygon unsure = map_.page == 0 ? MultiPolygon{} : ground(false);
        if (!unsure.empty()) unsure = without_crumbs(difference(unsure, ground(true)));
        known_[key] = std::move(unsure);
    }
    return known_[key];
}

const MultiPolygon& Ground::by_bouwvlak(const std::string& bestemming, const MultiPolygon& whole, bool inside) {
    const std::string key = (inside ? "binnen bouwvlak " : "buiten bouwvlak ") + bestemming;
    if (!known_.contains(key)) known_[key] = without_crumbs(inside ? intersection(whole, bouwvlakken()) : difference(whole, bouwvlakken()));
    return known_[key];
}

/// By the number of its artikel, though its heading was not understood.
bool Ground::is_of_bestemming(const NormStatement& norm) const {
    const std::string number = artikel_number(norm.article);
    return std::ranges::any_of(map_.objects, [&](const PlanObject& object) { return is_bestemming(object) && !number.empty() && object.article == number; });
}

bool Ground::may_lack_ground(const NormStatement& norm) {
    if (!half_read_) half_read_ = is_half_read(map_);
    const bool bordered = std::ranges::any_of(map_.objects, [](const PlanObject& o) { return o.kind == PlanObjectKind::plangebied && o.confidence >= sure_object; });
    return *half_read_ && !(norm.location == LocationKind::plangebied && bordered);
}

MultiPolygon Ground::place_of(const NormStatement& norm) {
    const MultiPolygon* whole = norm.bestemming.empty() ? nullptr : bestemming(norm.bestemming, norm.article);
    if (!norm.bestemming.empty() && whole == nullptr) return {};
    const std::string condition = fold(norm.condition);
    std::vector<MultiPolygon> named;
    for (const std::string& name : norm.aanduiding) {
        if (names_a_value(name)) continue;
        const MultiPolygon* place = aanduiding(name);
        if (place == nullptr || turns_away(condition)) return {};  // half an answer would be a wrong place
        named.push_back(*place);
    }
    if (!named.empty()) {
        const MultiPolygon place = merged(named);
        return whole == nullptr ? without_crumbs(place) : part_in(place, *whole);
    }
    if (condition.find("bouwvlak") != std::string::npos && !bouwvlakken().empty()) {
        if (norm.location != LocationKind::bouwvlak && !turns_away(condition)) return {};
        if (whole == nullptr) return turns_away(condition) ? MultiPolygon{} : bouwvlakken();
        return by_bouwvlak(plain_name(norm.bestemming) + " " + artikel_number(norm.article), *whole, !turns_away(condition));
    }
    if (norm.location == LocationKind::plangebied || (holds_everywhere(norm) && !is_of_bestemming(norm))) return plangebied();
    return norm.location == LocationKind::bestemmingsvlak && whole != nullptr ? *whole : MultiPolygon{};
}

}  // namespace planlezer
