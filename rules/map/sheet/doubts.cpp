#include "rules/map/sheet/doubts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>

#include "rules/map/sheet/bare_numbers.hpp"
#include "rules/map/sheet/corner_contact.hpp"
#include "rules/map/sheet/plain_code.hpp"
#include "rules/map/sheet/style_difference.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double in_doubt = 0.7;  // confidence

class Doubter {
  public:
    Doubter(const MapSheet& sheet, const Legend& legend, std::vector<SheetArea>& areas, std::vector<Valued>& valued)
        : sheet_(sheet), legend_(legend), areas_(areas), valued_(valued) {}

    std::vector<Doubt> find() {
        join_corners();
        spread_percentages();
        doubt_places();
        doubt_enclosed();
        doubt_parted();
        doubt_wholes();
        doubt_bare_numbers();
        miss_bestemmingen();
        return std::move(doubts_);
    }

  private:
    /// On a picture an outline that runs through one point encloses two areas. When one of them has no value it is probably of
    /// the same bouwvlak: a person must look.
    void join_corners() {
        if (sheet_.pixels_a_point_x <= 0) return;
        const auto is_valued = [this](std::size_t area) { return std::ranges::any_of(valued_, [area](const Valued& sign) { return sign.governed.area == area; }); };
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (areas_[i].kind != PlanObjectKind::bouwvlak || areas_[i].shape.empty() || is_valued(i) || has_valued_parts(i)) continue;
            std::vector<std::size_t> mates = corner_neighbours(areas_, i);
            std::erase_if(mates, [&](std::size_t mate) { return !is_valued(mate); });
            if (mates.size() != 1) continue;
            areas_[mates[0]].shape = merged(std::vector{areas_[mates[0]].shape, areas_[i].shape});
            areas_[i].shape.clear();
            for (Valued& sign : valued_) {
                if (sign.governed.area != mates[0]) continue;
                sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
                const std::string words = words_on(*sign.sign);
                doubts_.push_back({"het bouwvlak van '" + words + "' raakt in een hoek een bouwvlak zonder eigen waarde", sign.sign});
            }
        }
    }

    [[nodiscard]] bool has_valued_parts(std::size_t bouwvlak) const {
        return std::ranges::any_of(valued_, [&](const Valued& sign) {
            return kind_of_area(sign) == PlanObjectKind::maatvoering && area(intersection(areas_[sign.governed.area].shape, areas_[bouwvlak].shape)) > 0;
        });
    }

    /// Where the sheet gives its values to bouwvlakken, one beside a bouwvlak that has none may have lost its leader line.
    /// On a picture the bouwvlak itself may not have been seen, and a leader line is lost sooner.
    void doubt_places() {
        const bool picture = sheet_.pixels_a_point_x > 0;
        const std::size_t enough = picture ? 5 : 10;
        const double nearly_all = picture ? 0.6 : 0.9;
        const auto fine = std::ranges::count_if(valued_, [this](const Valued& sign) { return kind_of_area(sign) != PlanObjectKind::enkelbestemming; });
        // The legend draws bouwvlakken and none was read: whatever the values stand in is not all there.
        const bool none_read = picture && names_bouwvlak() && std::ranges::none_of(areas_, [](const SheetArea& area) { return area.kind == PlanObjectKind::bouwvlak; });
        const bool as_a_rule = none_read || (valued_.size() >= enough && static_cast<double>(fine) >= nearly_all * static_cast<double>(valued_.size()));
        if (!as_a_rule && (!picture || fine == 0)) return;
        for (Valued& sign : valued_) {
            if (kind_of_area(sign) != PlanObjectKind::enkelbestemming) continue;
            const bool bare = has_bare_bouwvlak(sign.governed.area);
            if (picture ? !as_a_rule && !bare : !bare || sign.sign->points_at) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            const std::string words = words_on(*sign.sign);
            doubts_.push_back({"bij '" + words + (bare ? "' ligt een bouwvlak zonder eigen waarde" : "' is geen bouwvlak gelezen"), sign.sign});
        }
    }

    /// A percentage is counted over a bouwvlak. Where that is cut into parts for another value, one part alone having it, it may be
    /// that of the whole: a person must look.
    void spread_percentages() {
        std::vector<Valued> more;
        for (Valued& sign : valued_) {
            if (kind_of_area(sign) != PlanObjectKind::maatvoering || !gives_percentage(sign) || sign.values.size() != 1) continue;
            const std::vector<std::size_t> others = parts_without_percentage(sign.governed.area);
            if (others.empty()) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            for (const std::size_t other : others) more.push_back({sign.sign, sign.values, {other, sign.governed.confidence}});
            const std::string words = words_on(*sign.sign);
            doubts_.push_back({"'" + words + "' staat in een deel van een bouwvlak waarvan de andere delen geen percentage hebben", sign.sign});
        }
        std::ranges::move(more, std::back_inserter(valued_));
    }

    static bool gives_percentage(const Valued& sign) {
        return std::ranges::any_of(sign.values, [](const MapValue& value) { return value.unit == Unit::percent; });
    }

    /// The other parts of the bouwvlak around a part, when all its parts have values and none but this one a percentage.
    [[nodiscard]] std::vector<std::size_t> parts_without_percentage(std::size_t part) const {
        constexpr double nearly = 0.9;
        const auto lies_in = [this](std::size_t inner, std::size_t outer) {
            return area(intersection(areas_[inner].shape, areas_[outer].shape)) > nearly * area(areas_[inner].shape);
        };
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < areas_.size() && others.empty(); ++i) {
            if (areas_[i].kind != PlanObjectKind::bouwvlak || !lies_in(part, i)) continue;
            for (std::size_t other = 0; other < areas_.size(); ++other) {
                if (areas_[other].kind != PlanObjectKind::maatvoering || !lies_in(other, i)) continue;
                const auto of_it = [other](const Valued& sign) { return sign.governed.area == other; };
                if (std::ranges::none_of(valued_, [&](const Valued& sign) { return of_it(sign) && !gives_percentage(sign); })) return {};
                if (other == part) continue;
                if (std::ranges::any_of(valued_, [&](const Valued& sign) { return of_it(sign) && gives_percentage(sign); })) return {};
                others.push_back(other);
            }
        }
        return others;
    }

    /// A value within an outline that nothing explains may be that outline's, and not of all the ground around it.
    void doubt_enclosed() {
        for (Valued& sign : valued_) {
            const MapArea* around = outline_around(sign);
            if (around == nullptr) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            const std::string words = words_on(*sign.sign);
            doubts_.push_back({"'" + words + "' staat in een omlijning die de legenda niet verklaart", sign.sign});
        }
    }

    /// An outline of a drawing that has no meaning, closer around the sign than what it governs; nullptr when there is none. Within a
    /// bestemming one that is thick or in colour, as no parcel is; within a bouwvlak one in dashes.
    [[nodiscard]] const MapArea* outline_around(const Valued& sign) const {
        constexpr double smaller = 0.8;
        constexpr double roomy = 1.3;  // times the sign: less is its frame
        const PlanObjectKind kind = kind_of_area(sign);
        // On a picture houses and parcels are outlines too: they count only where the line of a bouwvlak was not read in the legend.
        const bool picture = sheet_.pixels_a_point_x > 0;
        if (kind == PlanObjectKind::maatvoering || (picture && (kind == PlanObjectKind::bouwvlak || names_bouwvlak()))) return nullptr;
        const Box& box = sign.sign->box;
        const Point at = sign.sign->points_at.value_or(Point{box.mid_x(), box.mid_y()});
        const double whole = area(areas_[sign.governed.area].shape);
        const auto found = std::ranges::find_if(sheet_.areas, [&](const MapArea& drawn) {
            const bool stands_out = kind == PlanObjectKind::bouwvlak ? drawn.style.edge == LineDash::dashed : picture ? drawn.style.edge != LineDash::none : is_marked(drawn.style);
            if (!stands_out || (!picture && drawn.confidence < 1) || drawn.style.fill || drawn.style.hatch != HatchKind::none) return false;
            const double size = area(drawn.shape);
            return size > roomy * box.width() * box.height() && size < smaller * whole && contains(drawn.shape, at) && (picture || !has_meaning(drawn));
        });
        return found == sheet_.areas.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool names_bouwvlak() const {
        return std::ranges::any_of(legend_.areas, [](const AreaMeaning& meaning) { return meaning.kind == PlanObjectKind::bouwvlak; });
    }

    /// Thick or in colour.
    [[nodiscard]] bool is_marked(const AreaStyle& style) const {
        constexpr Rgb black{0, 0, 0};
        constexpr double colour = 40;
        constexpr int pale = 95;
        constexpr double as_wide = 0.7;
        if (style.edge == LineDash::none || !style.edge_colour) return false;
        const Rgb& line = *style.edge_colour;
        if (std::min({line.r, line.g, line.b}) > pale) return false;
        double widest = 0;
        for (const MapArea& area : sheet_.areas) {
            if (area.style.edge == LineDash::solid) widest = std::max(widest, area.style.edge_width);
        }
        const bool grey = std::max({line.r, line.g, line.b}) - std::min({line.r, line.g, line.b}) < 30;
        return style.edge_width >= as_wide * widest || (!grey && colour_difference(line, black) > colour);
    }

    [[nodiscard]] bool has_meaning(const MapArea& drawn) const {
        constexpr double same = 0.9;
        const double size = area(drawn.shape);
        return std::ranges::any_of(areas_, [&](const SheetArea& known) {
            const double other = area(known.shape);
            return std::min(size, other) > same * std::max(size, other) && area(intersection(known.shape, drawn.shape)) > same * std::max(size, other);
        });
    }

    /// A bouwvlak seldom lies in two bestemmingen: on a picture the border between two that are drawn alike may have been read in the
    /// wrong place.
    void doubt_parted() {
        constexpr double some = 0.03;
        constexpr double unsure = 0.65;
        if (sheet_.pixels_a_point_x <= 0) return;
        for (Valued& sign : valued_) {
            if (kind_of_area(sign) == PlanObjectKind::enkelbestemming) continue;
            const MultiPolygon& vlak = areas_[sign.governed.area].shape;
            const double least = some * area(vlak);
            std::size_t grounds = 0;
            bool doubted = false;
            for (const SheetArea& ground : areas_) {
                if (ground.kind != PlanObjectKind::enkelbestemming || !meet(bounds(ground.shape), bounds(vlak)) || area(intersection(ground.shape, vlak)) < least) continue;
                ++grounds;
                doubted = doubted || ground.confidence < unsure;
            }
            if (grounds < 2 || !doubted) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            const std::string words = words_on(*sign.sign);
            doubts_.push_back({"het vlak van '" + words + "' ligt in twee bestemmingen, waarvan de grens niet zeker gelezen is", sign.sign});
        }
    }

    void doubt_wholes() {
        for (Valued& sign : valued_) {
            if (!areas_[sign.governed.area].guessed_whole) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            const std::string words = words_on(*sign.sign);
            doubts_.push_back({"'" + words + "' staat in een deel van een bouwvlak dat in het geheel is gelezen", sign.sign});
        }
    }

    [[nodiscard]] PlanObjectKind kind_of_area(const Valued& sign) const { return areas_[sign.governed.area].kind; }

    [[nodiscard]] bool has_bare_bouwvlak(std::size_t bestemming) const {
        constexpr double within = 0.9;
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (areas_[i].kind != PlanObjectKind::bouwvlak) continue;
            const bool valued = std::ranges::any_of(valued_, [&](const Valued& sign) {
                const std::size_t governed = sign.governed.area;
                return governed == i || (kind_of_area(sign) == PlanObjectKind::maatvoering && area(intersection(areas_[governed].shape, areas_[i].shape)) > 0);
            });
            if (!valued && area(intersection(areas_[i].shape, areas_[bestemming].shape)) > within * area(areas_[i].shape)) return true;
        }
        return false;
    }

    /// Where numbers of the size of values stand outside bouwvlakken, or two in one, some number houses: any of them may.
    void doubt_bare_numbers() {
        if (legend_.least_number <= 0) return;
        std::vector<Valued*> bare;
        std::map<std::size_t, std::string> told;
        bool mistakable = false;
        for (Valued& each : valued_) {
            if (!is_bare_number(*each.sign)) continue;
            bare.push_back(&each);
            const auto [first, is_new] = told.emplace(each.governed.area, words_on(*each.sign));
            mistakable = mistakable || areas_[each.governed.area].kind == PlanObjectKind::enkelbestemming || (!is_new && first->second != words_on(*each.sign));
        }
        const auto is_valued = [&bare](const MapSign& sign) { return std::ranges::any_of(bare, [&sign](const Valued* each) { return each->sign == &sign; }); };
        mistakable = mistakable || std::ranges::any_of(sheet_.signs, [&](const MapSign& sign) {
            return is_bare_number(sign) && size_of_number(sign, legend_) == NumberSize::as_in_legend && !is_valued(sign) && !in_legend(sign);
        });
        if (!mistakable) return;
        for (Valued* each : bare) {
            each->governed.confidence = std::min(each->governed.confidence, in_doubt);
            doubts_.push_back({"'" + words_on(*each->sign) + "' staat zonder kader, en getallen van die grootte staan ook waar zij geen waarde zijn", each->sign});
        }
    }

    [[nodiscard]] bool in_legend(const MapSign& sign) const {
        return std::ranges::any_of(sheet_.legend, [&sign](const LegendEntry& entry) {
            const Box& box = entry.box;
            return sign.box.mid_x() > box.x0 - 1 && sign.box.mid_x() < box.x1 + 1 && sign.box.mid_y() > box.y0 - 1 && sign.box.mid_y() < box.y1 + 1;
        });
    }

    /// The letters of a bestemming stand on the map, and nothing was read that has it: its rules would have no ground in silence.
    void miss_bestemmingen() {
        std::map<std::string, const MapSign*> missed;
        for (const MapSign& sign : sheet_.signs) {
            if (sign.shape != SignShape::none || sign.cells.size() != 1) continue;
            const AreaMeaning* named = bestemming_of(std::string(plain_code(sign.cells.front().text)));
            if (named == nullptr || std::ranges::any_of(areas_, [named](const SheetArea& area) { return area.kind == PlanObjectKind::enkelbestemming && area.name == named->name; })) continue;
            missed.try_emplace(named->name, &sign);
        }
        for (const auto& [name, sign] : missed) doubts_.push_back({"'" + words_on(*sign) + "' (" + name + ") staat op de kaart, en geen vlak van die bestemming is gelezen", sign});
    }

    /// The only one with this code, to the letter.
    [[nodiscard]] const AreaMeaning* bestemming_of(const std::string& text) const {
        const auto has_code = [&text](const AreaMeaning& meaning) { return meaning.kind == PlanObjectKind::enkelbestemming && !meaning.code.empty() && meaning.code == text; };
        const auto found = std::ranges::find_if(legend_.areas, has_code);
        return found == legend_.areas.end() || std::ranges::count_if(legend_.areas, has_code) > 1 ? nullptr : &*found;
    }

    const MapSheet& sheet_;
    const Legend& legend_;
    std::vector<SheetArea>& areas_;
    std::vector<Valued>& valued_;
    std::vector<Doubt> doubts_;
};

}  // namespace

std::vector<Doubt> find_doubts(const MapSheet& sheet, const Legend& legend, std::vector<SheetArea>& areas, std::vector<Valued>& valued) {
    return Doubter(sheet, legend, areas, valued).find();
}

}  // namespace planlezer
