#include "rules/norms/numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/text/number.hpp"

namespace planlezer {

namespace {

struct UnitWord {
    Unit unit = Unit::none;
    int power = 0;          ///< value * 10^power is in that unit
    std::size_t tokens = 0;
    bool mended = false;
    bool power_unread = false;
};

struct UnitName {
    std::string_view word;
    Unit unit;
    int power;
};

constexpr std::array<UnitName, 36> unit_names{{
    {"m", Unit::metre, 0}, {"m1", Unit::metre, 0}, {"meter", Unit::metre, 0}, {"meters", Unit::metre, 0}, {"mtr", Unit::metre, 0},
    {"cm", Unit::metre, -2}, {"centimeter", Unit::metre, -2}, {"centimeters", Unit::metre, -2}, {"dm", Unit::metre, -1},
    {"decimeter", Unit::metre, -1}, {"mm", Unit::metre, -3}, {"millimeter", Unit::metre, -3}, {"km", Unit::metre, 3}, {"kilometer", Unit::metre, 3},
    {"m2", Unit::square_metre, 0}, {"ha", Unit::square_metre, 4}, {"hectare", Unit::square_metre, 4}, {"hectares", Unit::square_metre, 4},
    {"m3", Unit::cubic_metre, 0}, {"%", Unit::percent, 0}, {"procent", Unit::percent, 0}, {"percent", Unit::percent, 0}, {"pct", Unit::percent, 0},
    {"°", Unit::degree, 0}, {"graden", Unit::degree, 0}, {"graad", Unit::degree, 0}, {"bouwlaag", Unit::bouwlagen, 0}, {"bouwlagen", Unit::bouwlagen, 0},
    {"woonlaag", Unit::bouwlagen, 0}, {"woonlagen", Unit::bouwlagen, 0}, {"lagen", Unit::bouwlagen, 0}, {"laag", Unit::bouwlagen, 0},
    {"verdieping", Unit::bouwlagen, 0}, {"verdiepingen", Unit::bouwlagen, 0}, {"bebouwingslagen", Unit::bouwlagen, 0},
    {"etages", Unit::bouwlagen, 0},
}};

class NumberFinder {
  public:
    explicit NumberFinder(const Clause& clause) : tokens_(clause.tokens) {}

    std::vector<Tag> all() {
        std::vector<Tag> found;
        for (std::size_t at = 0; at < tokens_.size();) {
            std::optional<Tag> tag = measure(at);
            if (tag) {
                at = tag->end;
                found.push_back(std::move(*tag));
            } else {
                ++at;
            }
        }
        return found;
    }

  private:
    [[nodiscard]] const Token* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
    [[nodiscard]] bool is(std::size_t at, std::string_view folded) const { return at < tokens_.size() && tokens_[at].folded == folded; }

    /// The unit that stands at this place.
    [[nodiscard]] UnitWord unit_at(std::size_t at) const {
        const Token* unit = token(at);
        if (unit == nullptr || unit->quoted) return {};
        if (is(at, "vierkante") && (is(at + 1, "meter") || is(at + 1, "meters"))) return {Unit::square_metre, 0, 2, false};
        if ((is(at, "kubieke") || is(at, "kubiek")) && (is(at + 1, "meter") || is(at + 1, "meters"))) return {Unit::cubic_metre, 0, 2, false};
        if (is(at, "m") && raised_digit(at + 1, "2")) return {Unit::square_metre, 0, 2, false};
        if (is(at, "m") && raised_digit(at + 1, "3")) return {Unit::cubic_metre, 0, 2, false};
        if (is(at, "m") && at + 1 < tokens_.size() && tokens_[at + 1].glued && (is(at + 1, "'") || is(at + 1, "\""))) return {Unit::metre, 0, 2, false};
        if (unit->raised && (unit->folded == "0" || unit->folded == "o")) return {Unit::degree, 0, 1, false};
        if (unit->glued && unit->folded == "o") return {Unit::degree, 0, 1, true};
        if (is(at, "m") && lost_power(at + 1)) return {Unit::square_metre, 0, 2, true, true};
        for (const UnitName& name : unit_names) {
            if (name.word == unit->folded) return {name.unit, name.power, 1, false};
        }
        return misread_unit(*unit);
    }

    [[nodiscard]] bool raised_digit(std::size_t at, std::string_view digit) const {
        return is(at, digit) && (tokens_[at].raised || (tokens_[at].glued && tokens_[at].kind == TokenKind::number));
    }

    /// A small raised 2 or 3 comes out of a scan as "°", "?", "*" ... close behind the m.
    [[nodiscard]] bool lost_power(std::size_t at) const {
        static constexpr std::array<std::string_view, 9> signs{"°", "?", "*", "®", "\"", "^", "”", "“", "!"};
        return at < tokens_.size() && tokens_[at].glued && tokens_[at].scanned && std::ranges::find(signs, tokens_[at].text) != signs.end();
    }

    /// "3 rn", "20 mz", "20 m?": what scans make of m and m2. Such a value is always for a person to see.
    [[nodiscard]] UnitWord misread_unit(const Token& unit) const {
        if (unit.folded == "rn" || unit.folded == "in.") return {Unit::metre, 0, 1, true};
        if (unit.folded == "mz" || unit.folded == "m7" || unit.folded == "rn2" || unit.folded == "mé" || unit.folded == "me") return {Unit::square_metre, 0, 1, true};
        return {};
    }

    struct Number {
        Decimal value;
        std::size_t end = 0;
        bool lookalike = false;
        bool in_words = false;
        bool fraction = false;   ///< value is in percent
    };

    [[nodiscard]] std::optional<Number> number_at(std::size_t at) const {
        const Token* first = token(at);
        if (first == nullptr || first->quoted) return std::nullopt;
        if (first->kind == TokenKind::number) return figures_at(at);
        if (first->kind == TokenKind::word) return words_at(at);
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Number> figures_at(std::size_t at) const {
        const Token& first = tokens_[at];
        // "0, 25 m" and "1 ,5 m": a comma that came loose. Only after a nought or before a unit is it one number.
        if (is(at + 1, ",") && at + 2 < tokens_.size() && tokens_[at + 2].kind == TokenKind::number && first.folded.find_first_of(".,") == std::string::npos) {
            const bool apart = !tokens_[at + 1].glued || !tokens_[at + 2].glued;
            const bool joined = first.folded == "0" || (!tokens_[at + 1].glued && tokens_[at + 2].glued);
            if (apart && joined && unit_at(at + 3).unit != Unit::none) {
                if (const auto value = parse_number(first.folded + "," + tokens_[at + 2].folded)) return Number{*value, at + 3, first.folded != "0", false, false};
            }
        }
        const auto value = parse_number(first.folded);
        if (!value) return std::nullopt;
        if (is(at + 1, "/") && tokens_[at + 1].glued && at + 2 < tokens_.size() && tokens_[at + 2].kind == TokenKind::number) {
            if (const auto share = fraction_at(at)) return share;
        }
        return Number{*value, at + 1, first.lookalike, false, false};
    }

    /// "2/3 van", "3/5 deel", "2/3e gedeelte": a share, as percent with two decimals. "4/8 m" is a pair.
    [[nodiscard]] std::optional<Number> fraction_at(std::size_t at) const {
        const auto above = parse_number(tokens_[at].folded);
        const auto below = parse_number(tokens_[at + 2].folded);
        if (!above || !below || above->scale() != 0 || below->scale() != 0 || !(*above < *below) || below->digits() > 1000) return std::nullopt;
        std::size_t end = at + 3;
        if (is(end, "e") || is(end, "de") || is(end, "ste")) ++end;
        if (unit_at(end).unit != Unit::none) return std::nullopt;
        if (is(end, "deel") || is(end, "gedeelte")) ++end;
        return Number{percent(above->digits(), below->digits()), end, false, false, true};
    }

    static Decimal percent(std::int64_t above, std::int64_t below) {
        return Decimal((above * 100'000 / below + 5) / 10, 2);  // rounded half up to two decimals
    }

    [[nodiscard]] std::optional<Number> words_at(std::size_t at) const {
        if (is(at, "helft") && at > 0 && is(at - 1, "de")) return Number{percent(1, 2), at + 1, false, true, true};
        const auto value = parse_number_word(tokens_[at].folded);
        if (!value || is(at, "half") || is(at, "halve")) return std::nullopt;
        if (is(at, "een") && !counts_one(at)) return std::nullopt;
        if (const auto share = share_in_words(at, *value)) return share;
        if (is(at + 1, "en") && is(at + 2, "een") && (is(at + 3, "half") || is(at + 3, "halve"))) {
            return Number{Decimal(value->digits() * 10 + 5, 1), at + 4, false, true, false};
        }
        return Number{*value, at + 1, false, true, false};
    }

    /// "een" is the number one when it is written "één", stands behind a limit or before a bouwlaag; else the article.
    [[nodiscard]] bool counts_one(std::size_t at) const {
        if (tokens_[at].text.find("\u00e9") != std::string::npos || tokens_[at].text.find("\u00c9") != std::string::npos) return true;
        if (unit_at(at + 1).unit == Unit::bouwlagen || is(at + 1, "derde") || is(at + 1, "vierde")) return true;
        return at > 0 && (is(at - 1, "maximaal") || is(at - 1, "hoogste") || is(at - 1, "slechts"));
    }

    [[nodiscard]] std::optional<Number> share_in_words(std::size_t at, const Decimal& above) const {
        static constexpr std::array<std::pair<std::string_view, int>, 5> parts{{{"derde", 3}, {"vierde", 4}, {"kwart", 4}, {"vijfde", 5}, {"tiende", 10}}};
        for (const auto& [word, below] : parts) {
            if (is(at + 1, word) && above.digits() < below && above.scale() == 0) {
                const std::size_t end = at + 2 + (is(at + 2, "deel") || is(at + 2, "gedeelte") ? 1 : 0);
                return Number{percent(above.digits(), below), end, false, true, true};
            }
        }
        return std::nullopt;
    }

    /// A number and its unit. "een" without a unit is an article unless it is written "één".
    [[nodiscard]] std::optional<MeasurePart> part_at(std::size_t at) const {
        const auto number = number_at(at);
        if (!number) return std::nullopt;
        MeasurePart part;
        part.begin = at;
        part.end = number->end;
        part.lookalike = part.ocr_mended = number->lookalike;
        part.quantity.value = number->value;
        if (number->fraction) {
            part.quantity.unit = Unit::percent;
            part.unit_stated = true;
            return part;
        }
        const UnitWord unit = unit_at(number->end);
        if (unit.unit == Unit::none) return part;
        const auto shifted = number->value.shifted(unit.power);
        if (!shifted) return std::nullopt;
        part.quantity = {*shifted, unit.unit};
        part.end += unit.tokens;
        part.unit_stated = true;
        part.unit_power = unit.power;
        part.ocr_mended = part.ocr_mended || unit.mended;
        part.power_unread = unit.power_unread;
        return part;
    }

    /// Past "respectievelijk", "en", "/", "," ...; 0 when no list goes on here.
    [[nodiscard]] std::size_t connector_at(std::size_t at, bool& and_only) const {
        std::size_t end = at;
        and_only = true;
        while (end < tokens_.size() && end - at < 4) {
            const std::string& word = tokens_[end].folded;
            if (word == "respectievelijk" || word == "resp" || word == "resp." || word == "/" || word == "c.q." || word == "cq") and_only = false;
            else if (word == "." && end > at && is(end - 1, "resp")) {}
            else if (word != "en" && word != "," && word != "of") break;
            ++end;
        }
        return end == at ? 0 : end;
    }

    /// The range sign between two numbers.
    [[nodiscard]] std::size_t range_at(std::size_t at, std::size_t begin) const {
        const bool between = begin > 0 && (is(begin - 1, "tussen") || (begin > 1 && is(begin - 1, "de") && is(begin - 2, "tussen")));
        if (between && is(at, "en")) return at + 1 + (is(at + 1, "de") ? 1 : 0);
        if (is(at, "-") || is(at, "–") || is(at, "t/m")) return at + 1;
        if (is(at, "tot") && !is(at + 1, "een")) return at + 1 + (is(at + 1, "en") && is(at + 2, "met") ? 2 : 0);
        return 0;
    }

    [[nodiscard]] std::optional<Tag> measure(std::size_t at) const {
        const auto first = part_at(at);
        if (!first) return std::nullopt;
        Tag tag;
        tag.name = "getal";
        tag.begin = at;
        tag.measure.parts.push_back(*first);
        if (const std::size_t next = range_at(first->end, at); next > 0) {
            const auto last = part_at(next);
            if (last && joins(*first, *last)) {
                tag.measure.parts.push_back(*last);
                tag.measure.range = true;
            }
        }
        if (!tag.measure.range) join_list(tag.measure);
        share_unit(tag.measure);
        tag.end = tag.measure.parts.back().end;
        return tag;
    }

    static bool joins(const MeasurePart& first, const MeasurePart& next) {
        return next.unit_stated && (!first.unit_stated || first.quantity.unit == next.quantity.unit);
    }

    /// "3 respectievelijk 6 m", "4/8 m", "3 m, 4 m en 5 m". Unlike units stay apart.
    void join_list(Measure& measure) const {
        constexpr std::size_t longest = 4;
        while (measure.parts.size() < longest) {
            const MeasurePart& last = measure.parts.back();
            bool and_only = false;
            const std::size_t next = connector_at(last.end, and_only);
            if (next == 0) return;
            const auto part = part_at(next);
            if (!part) return;
            const bool fits = and_only ? joins(last, *part) || (!last.unit_stated && !part->unit_stated && list_goes_on(part->end))
                                       : joins(last, *part) || !part->unit_stated;
            if (!fits) return;
            measure.parts.push_back(*part);
        }
    }

    [[nodiscard]] bool list_goes_on(std::size_t at) const {
        bool and_only = false;
        const std::size_t next = connector_at(at, and_only);
        if (next == 0) return false;
        const auto part = part_at(next);
        return part && part->unit_stated;
    }

    /// A list states its unit once, at its end or after its first number.
    static void share_unit(Measure& measure) {
        const MeasurePart* with_unit = nullptr;
        for (const MeasurePart& part : measure.parts) {
            if (part.unit_stated) with_unit = &part;
        }
        if (with_unit == nullptr) return;
        for (MeasurePart& part : measure.parts) {
            const auto shifted = part.quantity.value.shifted(with_unit->unit_power);
            if (part.unit_stated || !shifted) continue;
            part.quantity = {*shifted, with_unit->quantity.unit};
            part.unit_stated = true;
            part.unit_power = with_unit->unit_power;
        }
    }

    const std::vector<Token>& tokens_;
};

}  // namespace

std::vector<Tag> find_numbers(const Clause& clause) { return NumberFinder(clause).all(); }

}  // namespace planlezer
