#include "extractors/map/raster/digit_row.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace planlezer {

namespace {

constexpr double widest_gap = 0.45;        // of the height, between two digits ("1" has much room around it)
constexpr double least_comma_gap = 0.32;
constexpr double most_missing_comma = 0.22;  // a dash of hatching is much like one
constexpr double widest_comma_gap = 0.85;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A character that may stand at a place.
struct Placed {
    const InkGlyph* glyph = nullptr;
    int x = 0;  ///< of its ink
    int end = 0;
    GlyphFit fit;
    double sum = 0;       ///< cost of the best row that ends here
    int before = -1;
};

/// Characters that may stand in a row whose digits begin at a height.
class RowFinder {
  public:
    RowFinder(const Darkness& dark, const DigitRoom& room, const std::vector<InkGlyph>& glyphs) : dark_(dark), room_(room), glyphs_(glyphs) {}

    std::optional<DigitRow> at(int top) {
        place_all(top);
        std::ranges::sort(placed_, {}, [](const Placed& p) { return std::pair(p.x, p.glyph->name); });
        int best = -1;
        for (int i = 0; i < static_cast<int>(placed_.size()); ++i) {
            chain(i);
            const Placed& own = placed_[static_cast<std::size_t>(i)];
            if (own.glyph->name == ',' || own.sum >= 0 || !is_in_the_middle(i)) continue;
            if (best < 0 || own.sum < placed_[static_cast<std::size_t>(best)].sum) best = i;
        }
        if (best < 0) return std::nullopt;
        return row_to(best, top);
    }

  private:
    /// Of each character and place the best drawing of it, a pixel higher or lower.
    void place_all(int top) {
        placed_.clear();
        std::map<std::pair<char, int>, Placed> best;
        for (int y = top - 1; y <= top + 1; ++y) {
            for (const Placed& placed : placed_at(y)) {
                Placed& own = best[{placed.glyph->name, placed.x}];
                if (own.glyph == nullptr || placed.fit.cost < own.fit.cost) own = placed;
            }
        }
        for (const auto& [key, placed] : best) placed_.push_back(placed);
    }

    const std::vector<Placed>& placed_at(int y) {
        const auto [known, fresh] = by_top_.try_emplace(y);
        if (!fresh) return known->second;
        for (const InkGlyph& glyph : glyphs_) {
            const int width = glyph.width - 2;
            for (int x = room_.x0; x + width <= room_.x1; ++x) {
                const GlyphFit fit = fit_of(glyph, dark_, x, y);
                if (fit.likely() && (glyph.name != ',' || fit.missing < most_missing_comma)) known->second.push_back({&glyph, x, x + width, fit, 0, -1});
            }
        }
        return known->second;
    }

    /// The best row of characters that ends with this one.
    void chain(int i) {
        Placed& own = placed_[static_cast<std::size_t>(i)];
        const char name = own.glyph->name;
        own.sum = is_digit(name) ? own.fit.cost : 1e9;
        own.before = -1;
        for (int j = 0; j < i; ++j) {
            const Placed& other = placed_[static_cast<std::size_t>(j)];
            const int gap = own.x - other.end;
            if (gap < -1 || other.sum >= 1e8) continue;
            if (other.glyph->name == '%' || (other.glyph->name == ',' && !is_digit(name))) continue;
            if (other.glyph->name == ',') {
                const int wide = other.before < 0 ? -1 : own.x - placed_[static_cast<std::size_t>(other.before)].end;
                if (wide < least_comma_gap * room_.row || wide > widest_comma_gap * room_.row) continue;
            } else if (gap > widest_gap * room_.row) {
                continue;
            }
            if (other.sum + own.fit.cost >= own.sum) continue;
            own.sum = other.sum + own.fit.cost;
            own.before = j;
        }
    }

    bool is_in_the_middle(int last) const {
        int first = last;
        while (placed_[static_cast<std::size_t>(first)].before >= 0) first = placed_[static_cast<std::size_t>(first)].before;
        const double middle = (placed_[static_cast<std::size_t>(first)].x + placed_[static_cast<std::size_t>(last)].end) / 2.0;
        return middle >= room_.middle0 && middle <= room_.middle1;
    }

    DigitRow row_to(int last, int top) const {
        DigitRow row;
        row.cost = placed_[static_cast<std::size_t>(last)].sum;
        row.margin = 1;
        row.box = {1 << 30, top, 0, top + static_cast<int>(std::lround(room_.row))};
        for (int i = last; i >= 0; i = placed_[static_cast<std::size_t>(i)].before) {
            const Placed& own = placed_[static_cast<std::size_t>(i)];
            row.text.insert(row.text.begin(), own.glyph->name);
            row.letters.insert(row.letters.begin(), {own.x, top + own.glyph->top + 1, own.end, top + own.glyph->top + own.glyph->height - 1});
            row.box.x0 = std::min(row.box.x0, own.x);
            row.box.x1 = std::max(row.box.x1, own.end);
            row.missing = std::max(row.missing, own.fit.missing);
            row.margin = std::min(row.margin, margin_of(own));
        }
        return row;
    }

    /// How much less the next character explains that stands over this one.
    double margin_of(const Placed& own) const {
        double least = -0.5 * own.fit.cost;
        for (const Placed& other : placed_) {
            const int common = std::min(own.end, other.end) - std::max(own.x, other.x);
            if (other.glyph->name == own.glyph->name || 2 * common < own.end - own.x) continue;
            least = std::min(least, other.fit.cost - own.fit.cost);
        }
        return least / std::max(1.0, own.glyph->ink);
    }

    const Darkness& dark_;
    const DigitRoom& room_;
    const std::vector<InkGlyph>& glyphs_;
    std::map<int, std::vector<Placed>> by_top_;
    std::vector<Placed> placed_;
};

}  // namespace

std::optional<DigitRow> find_digit_row(const Darkness& dark, const DigitRoom& room, const std::vector<InkGlyph>& glyphs) {
    RowFinder finder(dark, room, glyphs);
    std::optional<DigitRow> best;
    for (int top = room.top0; top <= room.top1; ++top) {
        auto row = finder.at(top);
        if (row && (!best || row->cost < best->cost)) best = std::move(row);
    }
    return best;
}

}  // namespace planlezer
