#include "rules/map/sheet/plain_code.hpp"
#include "rules/map/sheet/sign_meaning.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "rules/map/sheet/bare_numbers.hpp"
#include "rules/map/sheet/likely_sign.hpp"
#include "rules/map/sheet/sign_pattern.hpp"
#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

const MapMeasure* find_measure(const MapBook& book, std::string_view name) {
    const auto found = std::ranges::find(book.measures, name, &MapMeasure::name);
    return found == book.measures.end() ? nullptr : &*found;
}

std::optional<NamedMeasure> named(const MapBook& book, std::string_view name, MapLimit limit) {
    const MapMeasure* measure = find_measure(book, name);
    if (measure == nullptr) return std::nullopt;
    return NamedMeasure{measure->name, measure->unit, limit};
}

MapValue value_of(const MapSign& sign, const SignNumber& number, const NamedMeasure& measure) {
    const SignCell& cell = sign.cells[number.cell];
    MapValue value;
    value.kind = kind_of(measure);
    value.comparator = comparator_of(measure);
    value.value = number.value;
    value.unit = measure.unit;
    value.text = number.text;
    value.confidence = std::min(sign.confidence, cell.confidence);
    value.second_reading = cell.second_reading;
    return value;
}

SignMeaning zipped(const MapSign& sign, const SignPattern& pattern, const std::vector<NamedMeasure>& measures, SignSource source) {
    SignMeaning meaning{source, {}, {}};
    for (std::size_t i = 0; i < pattern.numbers.size(); ++i) meaning.values.push_back(value_of(sign, pattern.numbers[i], measures[i]));
    return meaning;
}

/// The measures of one cell of a circle of PRABPK2012 with `count` numbers; empty when its marks do not say.
std::vector<NamedMeasure> by_marks(const SignCell& cell, const SignNumber& first, std::size_t count, const MapBook& book) {
    if (first.percent && count == 1) {
        if (const auto measure = named(book, "bebouwingspercentage", MapLimit::maximum)) return {*measure};
    }
    const SignMark above = cell.above;
    const SignMark below = cell.below;
    if (count == 2 && (above != below || above == SignMark::none)) return {};  // "4-7" has both marks: minimum and maximum
    if (count == 1 && (above == SignMark::none) == (below == SignMark::none)) return {};
    if (count > 2) return {};
    if (above == SignMark::line || above == SignMark::double_line || below == SignMark::double_line) return {};  // not of PRABPK2012
    const SignMark mark = above != SignMark::none ? above : below;
    const auto rule = std::ranges::find_if(book.marks, [mark](const MapMark& m) { return m.shape == SignShape::circle && m.mark == mark; });
    if (rule == book.marks.end()) return {};
    std::vector<NamedMeasure> measures;
    if (below != SignMark::none && below != SignMark::line) measures.push_back(*named(book, rule->measure, MapLimit::minimum));
    if (above != SignMark::none || below == SignMark::line) measures.push_back(*named(book, rule->measure, MapLimit::maximum));
    return measures;
}

/// On a picture a flat arc looks like a caret, but no circle in two parts has a dakhelling over its bouwhoogte.
MapSign with_arcs(MapSign sign) {
    constexpr double sure = 0.75;
    const bool in_two = sign.cells.size() == 2 && sign.cells[0].row != sign.cells[1].row && sign.cells[1].above == SignMark::triangle;
    if (in_two && sign.cells[0].above == SignMark::caret && sign.cells[0].confidence < sure) sign.cells[0].above = SignMark::arc;
    return sign;
}

/// The circles s100 to s118 and s122 to s126. In s126 the number without a mark beside a bouwhoogte counts the bouwlagen.
std::vector<NamedMeasure> circle_measures(const MapSign& sign, const SignPattern& pattern, const MapBook& book) {
    std::vector<NamedMeasure> all;
    for (std::size_t at = 0; at < pattern.numbers.size();) {
        const std::size_t cell = pattern.numbers[at].cell;
        std::size_t count = 0;
        while (at + count < pattern.numbers.size() && pattern.numbers[at + count].cell == cell) ++count;
        std::vector<NamedMeasure> here = by_marks(sign.cells[cell], pattern.numbers[at], count, book);
        const bool bare = sign.cells[cell].above == SignMark::none && sign.cells[cell].below == SignMark::none;
        if (here.empty() && bare && count == 1 && sign.cells.size() == 3 && sign.cells[cell].column == 1 && !all.empty() && all.back().name == "bouwhoogte") {
            here.push_back(*named(book, "aantal bouwlagen", MapLimit::maximum));
        }
        if (here.empty()) return {};
        all.insert(all.end(), here.begin(), here.end());
        at += count;
    }
    return all;
}

/// The standard signs s128 to s130: a letter and a value above each other.
std::vector<NamedMeasure> letter_measures(const MapSign& sign, const SignPattern& pattern, const MapBook& book) {
    if (sign.cells.size() != 2 || pattern.numbers.size() != 1) return {};
    const SignCell& letter = sign.cells[1 - pattern.numbers.front().cell];
    for (const MapLetter& known : book.letters) {
        if (known.shape != sign.shape || known.letter != ascii_lower(letter.text)) continue;
        const MapLimit limit = sign.shape == SignShape::triangle_down ? MapLimit::minimum : MapLimit::maximum;
        if (const auto measure = named(book, known.measure, limit)) return {*measure};
    }
    return {};
}

/// The forms that need no mark: a square with wooneenheden, a double square with bouwlagen, a pill with m2.
std::vector<NamedMeasure> shape_measures(const MapSign& sign, const SignPattern& pattern, const MapBook& book) {
    if (sign.cells.size() != 1 || pattern.numbers.size() != 1) return {};
    const auto rule = std::ranges::find_if(book.marks, [&](const MapMark& m) { return m.shape == sign.shape && m.mark == SignMark::none; });
    if (rule == book.marks.end()) return {};
    const auto measure = named(book, rule->measure, MapLimit::maximum);
    return measure ? std::vector{*measure} : std::vector<NamedMeasure>{};
}

/// A legend that shows signs shows them all: a square it does not show is a house with its number.
std::vector<NamedMeasure> standard_measures(const MapSign& sign, const SignPattern& pattern, const Legend& legend, const MapBook& book, bool standard_sheet) {
    if (sign.shape == SignShape::none) return {};
    if (sign.shape == SignShape::circle) return circle_measures(with_arcs(sign), pattern, book);
    if (!standard_sheet || !legend.signs.empty()) return {};
    const std::vector<NamedMeasure> letters = letter_measures(sign, pattern, book);
    return letters.empty() ? shape_measures(sign, pattern, book) : letters;
}

/// "max. bouwhoogte 10 m"
std::vector<NamedMeasure> own_measures(const MapSign& sign, const SignPattern& pattern, const MapBook& book) {
    std::string words;
    for (const SignCell& cell : sign.cells) words += (words.empty() ? "" : " ") + cell.text;
    std::vector<NamedMeasure> measures = measures_in(words, book);
    return measures.size() == pattern.numbers.size() ? measures : std::vector<NamedMeasure>{};
}

/// Whether the tokens from `at` on have this form. Where a form has several numbers, a dash stands for one that is not given.
bool has_form(const std::vector<CellToken>& tokens, std::size_t at, const LabelForm& label) {
    if (at + label.forms.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < label.forms.size(); ++i) {
        const bool left_open = label.forms[i] == "#" && tokens[at + i].form == "-" && label.measures.size() > 1;
        if (tokens[at + i].form != label.forms[i] && !left_open) return false;
    }
    return true;
}

bool is_filler(const CellToken& token) {
    static constexpr std::array<std::string_view, 6> fillers{"m", "meter", ",", ";", "max", "."};
    return std::ranges::find(fillers, token.form) != fillers.end();
}

/// On a picture blanks get lost: "minh" is the "min h" of the legend.
std::vector<CellToken> with_blanks(std::vector<CellToken> tokens, const Legend& legend) {
    const auto in_any = [&legend](const auto& has) { return std::ranges::any_of(legend.labels, [&has](const LabelForm& label) { return has(label.forms); }); };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const std::string word = tokens[at].form;
        if (tokens[at].is_number() || in_any([&](const auto& forms) { return std::ranges::find(forms, word) != forms.end(); })) continue;
        in_any([&](const auto& forms) {
            const auto first = std::ranges::adjacent_find(forms, [&word](const std::string& a, const std::string& b) { return a + b == word; });
            if (first == forms.end()) return false;
            tokens[at] = {*first, std::nullopt, *first};
            tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, CellToken{*std::next(first), std::nullopt, *std::next(first)});
            return true;
        });
    }
    return tokens;
}

/// On a picture one bar of an equals sign gets lost: "g-3,5 h=8". Beside no other one "B-2" is a name.
std::vector<CellToken> with_bars(std::vector<CellToken> tokens) {
    if (std::ranges::find(tokens, "=", &CellToken::form) == tokens.end()) return tokens;
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        if (tokens[at].form == "-" && !tokens[at - 1].is_number() && tokens[at + 1].is_number()) tokens[at] = {"=", std::nullopt, "="};
    }
    return tokens;
}

/// The norms of the numbers of one cell, in their order; nullopt when a piece of it has no form of the legend.
std::optional<std::vector<NamedMeasure>> label_measures(const SignCell& cell, const Legend& legend) {
    const std::vector<CellToken> tokens = with_bars(with_blanks(tokens_of(cell.text, false), legend));
    std::vector<NamedMeasure> found;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto label = std::ranges::find_if(legend.labels, [&](const LabelForm& form) { return has_form(tokens, at, form); });
        if (label == legend.labels.end()) {
            if (!is_filler(tokens[at])) return std::nullopt;
            ++at;
            continue;
        }
        if (label->measures.empty()) return std::nullopt;
        std::size_t which = 0;
        for (std::size_t i = 0; i < label->forms.size(); ++i) {
            if (label->forms[i] != "#" && label->forms[i] != "R") continue;
            if (tokens[at + i].is_number()) found.push_back(label->measures[which]);
            ++which;
        }
        at += label->forms.size();
    }
    return found;
}

/// A frame drawn around its words may come out as high as wide. One with a bare number is a sign of its own.
bool is_framed_label(const MapSign& sign) {
    if (sign.shape == SignShape::box) return true;
    return sign.shape == SignShape::square && std::ranges::all_of(sign.cells, [](const SignCell& cell) {
        const std::vector<CellToken> tokens = tokens_of(cell.text, false);
        return !std::ranges::all_of(tokens, &CellToken::is_number);
    });
}

/// Labels and framed labels, cell by cell: "g=4 h=8", "4/8", "70%".
std::vector<NamedMeasure> labelled_measures(const MapSign& sign, const SignPattern& pattern, const Legend& legend) {
    if (sign.shape != SignShape::none && !is_framed_label(sign)) return {};
    std::vector<NamedMeasure> all;
    for (const SignCell& cell : sign.cells) {
        const auto here = label_measures(cell, legend);
        if (!here) return {};
        all.insert(all.end(), here->begin(), here->end());
    }
    return all.size() == pattern.numbers.size() ? all : std::vector<NamedMeasure>{};
}

/// "W-a", "W-a-II": the letters of a bestemming, then those of classes whose values stand in the legend.
struct ClassLabel {
    std::string bestemming;         ///< empty when the label does not say
    std::vector<ClassValue> values;
    bool ambiguous = false;         ///< the legend explains a class in two ways
};

std::vector<std::string> parts_of(const std::string& label) {
    std::vector<std::string> parts(1);
    for (const char c : label) {
        if (c == '-' || c == '/' || c == ' ') parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

/// On a picture a lone "C" is no surer than a "c": the other size counts when only one class has the letter.
auto class_named(const std::string& letters, const Legend& legend) {
    const auto exact = legend.classes.find(letters);
    if (exact != legend.classes.end()) return exact;
    auto found = legend.classes.end();
    for (auto known = legend.classes.begin(); known != legend.classes.end(); ++known) {
        if (ascii_lower(known->first) != ascii_lower(letters)) continue;
        if (found != legend.classes.end()) return legend.classes.end();
        found = known;
    }
    return found;
}

/// nullopt when a piece of the label is no class.
std::optional<ClassLabel> class_of(const MapSign& sign, const Legend& legend) {
    if (sign.shape != SignShape::none || sign.cells.size() != 1 || legend.classes.empty()) return std::nullopt;
    const std::string label(plain_code(sign.cells.front().text));
    const auto is_code = [&legend](std::string_view letters) {
        const bool of_class = legend.classes.contains(std::string(letters));
        return std::ranges::any_of(legend.areas, [&](const AreaMeaning& area) {
            return !area.code.empty() && (area.code == letters || (!of_class && ascii_lower(area.code) == ascii_lower(letters)));
        });
    };
    if (is_code(label)) return std::nullopt;
    // The code may have a dash of its own: "GD-1-a".
    std::vector<std::string> parts = legend.classes.contains(label) ? std::vector{label} : parts_of(label);
    ClassLabel found;
    std::string code;
    for (std::size_t i = 0; i + 1 < parts.size() && found.bestemming.empty(); ++i) {
        code = label.substr(0, code.size() + (i == 0 ? 0 : 1) + parts[i].size());
        if (!is_code(code)) continue;
        found.bestemming = code;
        parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    for (const std::string& part : parts) {
        // "B-c" with a "b" in the legend and no "B": the first letter is that of a bestemming that was not read.
        const bool first = found.bestemming.empty() && &part == &parts.front() && parts.size() > 1;
        const auto known = first ? legend.classes.find(part) : class_named(part, legend);
        if (known == legend.classes.end() && first && legend.classes.contains(parts.back())) {
            found.ambiguous = true;  // a class, in a bestemming the legend does not have
            return found;
        }
        if (known == legend.classes.end()) return std::nullopt;
        found.ambiguous = found.ambiguous || known->second.empty();
        found.values.insert(found.values.end(), known->second.begin(), known->second.end());
    }
    return found;
}

SignMeaning class_meaning(const MapSign& sign, const ClassLabel& label) {
    if (label.ambiguous) return {SignSource::unexplained, {}, {}};
    SignMeaning meaning{SignSource::legend, {}, label.bestemming};
    for (const ClassValue& known : label.values) {
        meaning.values.push_back(value_of(sign, {0, known.value, known.value.text_nl(), false}, known.measure));
    }
    return meaning;
}

/// A label of one number alone may be a house number; one whose letters and numbers make an aanduiding is none of ours.
bool may_hold_value(const MapSign& sign, const SignPattern& pattern) {
    constexpr double a_coordinate = 10'000;
    // The X of "X=142700" reads as a Roman numeral.
    const bool coordinates = std::ranges::all_of(pattern.numbers, [](const SignNumber& number) { return number.text == "X" || (number.value && number.value->approx() >= a_coordinate); });
    if (coordinates) return false;
    if (sign.shape != SignShape::none) return true;
    return std::ranges::any_of(sign.cells, [](const SignCell& cell) {
        const bool sum = cell.text.find_first_of("=/%") != std::string::npos;
        return sum || cell.text.ends_with(" m");
    });
}

/// On a picture a small arc may pass for a caret, and a caret for an arc.
/// \param below the confidence below which a cell is taken for the other
MapSign swapped(MapSign sign, double below) {
    const auto swap = [](SignMark mark) { return mark == SignMark::arc ? SignMark::caret : mark == SignMark::caret ? SignMark::arc : mark; };
    for (SignCell& cell : sign.cells) {
        if (cell.confidence >= below) continue;
        cell.above = swap(cell.above);
        cell.below = swap(cell.below);
    }
    return sign;
}

/// The line of the legend that shows the sign. On a picture a flat arc looks like a caret: where the legend shows but the one, a
/// doubtful other is that.
auto shown_in(const Legend& legend, const MapSign& sign, const std::string& key) {
    constexpr double sure = 0.75;
    const auto exact = legend.signs.find(key);
    if (exact != legend.signs.end()) return exact;
    const MapSign other = swapped(sign, sure);
    return legend.signs.find(pattern_of(other, false).key);
}

/// A person must look.
SignMeaning doubted(SignMeaning meaning) {
    constexpr double in_doubt = 0.4;
    for (MapValue& value : meaning.values) value.confidence = std::min(value.confidence, in_doubt);
    return meaning;
}

SignMeaning meaning_by_form(const MapSign& sign, const Legend& legend, const MapBook& book, bool standard_sheet) {
    if (const auto label = class_of(sign, legend)) return class_meaning(sign, *label);
    const SignPattern pattern = pattern_of(sign, false);
    if (pattern.numbers.empty()) return {SignSource::no_value, {}, {}};
    const auto shown = shown_in(legend, sign, pattern.key);
    if (shown != legend.signs.end() && shown->second.size() == pattern.numbers.size()) return zipped(sign, pattern, shown->second, SignSource::legend);
    // What the legend shows but for such a mark is likelier than a sign that it does not show at all.
    const auto alike = shown == legend.signs.end() ? legend.signs.find(pattern_of(swapped(sign, 1), false).key) : legend.signs.end();
    if (alike != legend.signs.end() && alike->second.size() == pattern.numbers.size()) return doubted(zipped(sign, pattern, alike->second, SignSource::legend));
    const std::vector<NamedMeasure> standard = standard_measures(sign, pattern, legend, book, standard_sheet);
    if (!standard.empty() && standard.size() == pattern.numbers.size() && shown == legend.signs.end()) {
        return zipped(sign, pattern, standard, SignSource::standard);
    }
    const std::vector<NamedMeasure> labelled = labelled_measures(sign, pattern, legend);
    if (!labelled.empty()) return zipped(sign, pattern, labelled, SignSource::legend);
    const std::vector<NamedMeasure> own = own_measures(sign, pattern, book);
    if (!own.empty()) return zipped(sign, pattern, own, SignSource::own_words);
    if (const auto* measures = shown == legend.signs.end() ? likely_shown(sign, legend) : nullptr) {
        return doubted(zipped(sign, pattern, *measures, SignSource::legend));
    }
    return {may_hold_value(sign, pattern) ? SignSource::unexplained : SignSource::no_value, {}, {}};
}

}  // namespace

SignMeaning meaning_of(const MapSign& sign, const Legend& legend, const MapBook& book, bool standard_sheet) {
    if (legend.least_number > 0 && is_bare_number(sign)) {
        const NumberSize size = size_of_number(sign, legend);
        if (size == NumberSize::other) return {SignSource::no_value, {}, {}};
        SignMeaning meaning = meaning_by_form(sign, legend, book, standard_sheet);
        return size == NumberSize::in_doubt ? doubted(std::move(meaning)) : meaning;
    }
    return meaning_by_form(sign, legend, book, standard_sheet);
}

bool follows_standard(const MapSheet& sheet) {
    const auto marked = [](const MapSign& sign) {
        return sign.shape == SignShape::circle && std::ranges::any_of(sign.cells, [](const SignCell& cell) {
            return cell.above == SignMark::arc || cell.above == SignMark::triangle || cell.below == SignMark::arc || cell.below == SignMark::triangle;
        });
    };
    return std::ranges::any_of(sheet.signs, marked) ||
           std::ranges::any_of(sheet.legend, [&](const LegendEntry& entry) { return entry.sign && marked(*entry.sign); });
}

}  // namespace planlezer
