#include "rules/map/sheet/legend.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/map/sheet/bare_numbers.hpp"
#include "rules/map/sheet/plain_code.hpp"
#include "rules/map/sheet/sign_pattern.hpp"
#include "schemas/model/ascii.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

/// "grens van het plan*", "scheiding*bebouwing*": a star stands for any letters.
bool fits(std::string_view text, std::string_view phrase) {
    const std::size_t star = phrase.find('*');
    if (star == std::string_view::npos) return text == phrase;
    if (!text.starts_with(phrase.substr(0, star))) return false;
    const std::string_view rest = phrase.substr(star + 1);
    for (std::size_t at = star; at <= text.size(); ++at) {
        if (fits(text.substr(at), rest)) return true;
    }
    return false;
}

bool says(std::string_view text, const std::vector<std::string>& phrases) {
    return std::ranges::any_of(phrases, [text](const std::string& phrase) { return fits(text, phrase); });
}

std::string trimmed(std::string text) {
    const auto loose = [](char c) { return c == ' ' || c == ':' || c == '.' || c == '=' || c == ','; };
    while (!text.empty() && loose(text.back())) text.pop_back();
    const auto begin = std::ranges::find_if_not(text, loose);
    return {begin, text.end()};
}

/// "bebouwingsgrens (grens bouwvlak)", "bouwgrens, tevens bestemmingsgrens": the whole text or one of its parts.
bool says_in_part(std::string_view text, const std::vector<std::string>& phrases) {
    static constexpr std::array<std::string_view, 8> joints{"(", ")", ",", ";", "/", " of ", " tevens ", " dan wel "};
    if (says(text, phrases)) return true;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.size();
        std::size_t next = text.size();
        for (const std::string_view joint : joints) {
            const std::size_t at = text.find(joint, begin);
            if (at >= end) continue;
            end = at;
            next = at + joint.size();
        }
        if (says(trimmed(std::string(text.substr(begin, end - begin))), phrases)) return true;
        begin = next;
    }
    return false;
}

/// "Wonen (artikel 4)" gives "Wonen" and "4"; also "art. 4" and without brackets at the end.
std::pair<std::string, std::string> name_and_article(const std::string& text) {
    const std::string lower = ascii_lower(text);
    for (const std::string_view word : {"artikel", "art."}) {
        const std::size_t at = lower.rfind(word);
        if (at == std::string::npos || at == 0 || is_ascii_letter(lower[at - 1])) continue;
        std::size_t begin = at + word.size();
        while (begin < text.size() && text[begin] == ' ') ++begin;
        std::size_t end = begin;
        while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == '.')) ++end;
        const bool last = end == text.size() || (text[end] == ')' && end + 1 == text.size());
        if (end == begin || !last) continue;
        std::size_t name_end = at;
        while (name_end > 0 && (text[name_end - 1] == ' ' || text[name_end - 1] == '(' || text[name_end - 1] == ',')) --name_end;
        return {text.substr(0, name_end), trimmed(text.substr(begin, end - begin))};
    }
    return {text, {}};
}

class Reading {
  public:
    Reading(const MapBook& book, Legend& legend) : book_(book), legend_(legend) {}

    void entry(const LegendEntry& entry) {
        const std::vector<NamedMeasure> measures = measures_in(entry.text, book_);
        if (entry.sign && !measures.empty() && sign(*entry.sign, measures)) return;
        if (!entry.code.empty() && !measures.empty() && label(entry, measures)) return;
        if (const auto kind = kind_of_area(entry)) area(entry, *kind);
    }

    void finish() {
        std::ranges::stable_sort(legend_.labels, std::ranges::greater{}, [](const LabelForm& label) { return label.forms.size(); });
    }

  private:
    static bool draws_area(const LegendEntry& entry) {
        return entry.style.fill.has_value() || entry.style.hatch != HatchKind::none || entry.style.edge != LineDash::none;
    }

    /// Of a divided sign on a picture a small letter may be lost: its part is there, as the parts below it tell.
    static MapSign with_lost_letters(MapSign drawn) {
        int rows = 0;
        for (const SignCell& cell : drawn.cells) rows = std::max(rows, cell.row);
        for (int row = 0; row < rows; ++row) {
            if (std::ranges::find(drawn.cells, row, &SignCell::row) != drawn.cells.end()) continue;
            SignCell lost;
            lost.row = row;
            lost.text = "\uFFFD";
            drawn.cells.push_back(std::move(lost));
        }
        std::ranges::stable_sort(drawn.cells, {}, &SignCell::row);
        return drawn;
    }

    /// The least and the most of one thing, side by side in one sign.
    static bool is_range(const std::vector<NamedMeasure>& measures) {
        return measures.size() == 2 && measures[0].name == measures[1].name && measures[0].limit == MapLimit::minimum && measures[1].limit != MapLimit::minimum;
    }

    /// A sign of a picture divided in as many parts as its words name norms has a number in each, whatever was read there: a small
    /// "D%" may be read as "De". So has the part of a standard sign that does not hold its letter.
    static std::optional<MapSign> with_numbers(MapSign drawn, const std::vector<NamedMeasure>& measures) {
        const bool read = std::ranges::any_of(drawn.cells, [](const SignCell& cell) { return cell.confidence < 1; });
        if (!read) return std::nullopt;
        if (drawn.shape == SignShape::circle && drawn.cells.size() == 1 && is_range(measures)) {
            drawn.cells[0].text = "x-x";
            drawn.cells[0].above = drawn.cells[0].below = SignMark::triangle;
            return drawn;
        }
        if (drawn.cells.size() < 2) return std::nullopt;
        if (drawn.shape == SignShape::circle && drawn.cells.size() == measures.size()) {
            for (std::size_t i = 0; i < drawn.cells.size(); ++i) drawn.cells[i].text = measures[i].unit == Unit::percent ? "x%" : "x";
            return drawn;
        }
        const auto lettered = std::ranges::find_if(drawn.cells, [&](const SignCell& cell) { return holds_letter(drawn, cell); });
        if (lettered == drawn.cells.end() || measures.size() != 1) return std::nullopt;
        for (SignCell& cell : drawn.cells) {
            if (&cell != &*lettered) cell.text = "x";
        }
        return drawn;
    }

    /// True when the sign has as many numbers as its words name norms.
    bool sign(const MapSign& shown, const std::vector<NamedMeasure>& measures) {
        const MapSign drawn = with_lost_letters(shown);
        SignPattern pattern = pattern_of(drawn, true);
        if (const auto numbered = pattern.numbers.size() != measures.size() ? with_numbers(drawn, measures) : std::nullopt) pattern = pattern_of(*numbered, true);
        if (pattern.numbers.size() != measures.size()) pattern = pattern_of_numbers(drawn);
        if (pattern.numbers.size() != measures.size()) return false;
        const auto [known, is_new] = legend_.signs.emplace(pattern.key, measures);
        if (!is_new && known->second != measures) known->second.clear();
        // The cells of a framed label are labels too: what stands in one frame here may stand apart on the sheet.
        if (drawn.cells.size() == 1 && (drawn.shape == SignShape::none || drawn.shape == SignShape::box)) {
            const std::vector<CellToken> tokens = tokens_of(drawn.cells.front().text, true);
            // Without its frame a bare number is a house number.
            const bool bare = std::ranges::all_of(tokens, &CellToken::is_number);
            if (!bare || drawn.shape == SignShape::none) add_label(tokens, measures);
            if (tokens.size() == 1 && is_bare_number(drawn)) number_of_height(figure_height(drawn));
        }
        return true;
    }

    /// "g=..." or "g" goothoogte; "a" bouwhoogte ten hoogste 9 m.
    bool label(const LegendEntry& entry, const std::vector<NamedMeasure>& measures) {
        const std::vector<ClassValue> values = values_in(entry.text, measures);
        if (!values.empty()) {
            const auto [known, is_new] = legend_.classes.emplace(std::string(plain_code(entry.code)), values);
            if (!is_new && known->second != values) known->second.clear();
            return true;
        }
        const std::vector<CellToken> tokens = tokens_of(entry.code, true);
        if (const MapSign bare = bare_sign(entry); tokens.size() == 1 && is_bare_number(bare)) {
            if (measures.size() != 1 || draws_area(entry)) return false;
            add_label(tokens, measures);
            number_of_height(figure_height(bare));
            return true;
        }
        const auto numbers = static_cast<std::size_t>(std::ranges::count_if(tokens, &CellToken::is_number));
        if (tokens.size() == 1 && tokens.front().form != "R" && measures.size() == 1 && entry.code.size() <= 3) {
            const std::string letters = tokens_of(entry.code, false).front().form;
            for (const std::string_view joint : {"=", ":", ""}) {
                std::vector<CellToken> form{{letters, std::nullopt, letters}};
                if (!joint.empty()) form.push_back({std::string(joint), std::nullopt, std::string(joint)});
                form.push_back({"#", std::nullopt, "#"});
                add_label(form, measures);
            }
            return true;
        }
        if (numbers == 0 || numbers != measures.size()) return false;
        add_label(tokens, measures);
        return true;
    }

    /// The code of a line as it would stand on the map.
    static MapSign bare_sign(const LegendEntry& entry) {
        MapSign sign;
        sign.box = entry.box;
        sign.cells.resize(1);
        sign.cells.front().text = entry.code;
        return sign;
    }

    void number_of_height(double height) {
        legend_.least_number = legend_.least_number > 0 ? std::min(legend_.least_number, height) : height;
        legend_.most_number = std::max(legend_.most_number, height);
    }

    void add_label(const std::vector<CellToken>& tokens, const std::vector<NamedMeasure>& measures) {
        std::vector<std::string> forms;
        for (const CellToken& token : tokens) forms.push_back(token.form);
        const auto known = std::ranges::find(legend_.labels, forms, &LabelForm::forms);
        if (known == legend_.labels.end()) legend_.labels.push_back({std::move(forms), measures});
        else if (known->measures != measures) known->measures.clear();
    }

    /// Each norm with the number behind its name; none when a norm has no number or there are more numbers.
    [[nodiscard]] std::vector<ClassValue> values_in(const std::string& text, const std::vector<NamedMeasure>& measures) const {
        std::vector<ClassValue> values;
        for (const CellToken& token : tokens_of(text, false)) {
            if (token.form != "#") continue;
            if (values.size() == measures.size()) return {};
            values.push_back({measures[values.size()], *token.value});
        }
        return values.size() == measures.size() ? values : std::vector<ClassValue>{};
    }

    /// By its own words, then by the list it stands in, then by being a coloured field with a name.
    [[nodiscard]] std::optional<PlanObjectKind> kind_of_area(const LegendEntry& entry) const {
        const std::string_view code = plain_code(entry.code);
        if (!draws_area(entry) && code.empty()) return std::nullopt;
        const std::string text = trimmed(fold(entry.text));
        if (says(text, book_.base_words) || says(trimmed(fold(entry.heading)), book_.base_headings)) return std::nullopt;
        for (const MapAreaWords& words : book_.areas) {
            if (says_in_part(text, words.words)) return words.kind;
        }
        const bool field = entry.style.fill.has_value() || entry.style.hatch != HatchKind::none;
        // A list of aanduidingen may follow that of the bestemmingen without a heading that was understood.
        const bool small_letters = !code.empty() && (code[0] == '(' || (code[0] >= 'a' && code[0] <= 'z'));
        const auto bestemming = small_letters && !field ? PlanObjectKind::functieaanduiding : PlanObjectKind::enkelbestemming;
        const std::string heading = trimmed(fold(entry.heading));
        for (const MapAreaWords& words : book_.areas) {
            if (says(heading, words.headings)) return words.kind == PlanObjectKind::enkelbestemming ? bestemming : words.kind;
        }
        if (text.size() > 1 && (!code.empty() || (field && heading.empty()))) return bestemming;
        return std::nullopt;
    }

    [[nodiscard]] const std::vector<std::string>& words_of(PlanObjectKind kind) const {
        static const std::vector<std::string> none;
        const auto found = std::ranges::find(book_.areas, kind, &MapAreaWords::kind);
        return found == book_.areas.end() ? none : found->words;
    }

    void area(const LegendEntry& entry, PlanObjectKind kind) {
        auto [name, article] = name_and_article(trimmed(entry.text));
        if (kind == PlanObjectKind::bouwvlak || kind == PlanObjectKind::plangebied) name = plan_object_kind_text(kind);
        const bool any_of_its_kind = kind == PlanObjectKind::enkelbestemming && says(fold(name), words_of(kind));
        if (any_of_its_kind) name.clear();  // "bestemmingsgrens": the letters in the area name it
        legend_.areas.push_back({kind, std::move(name), std::string(plain_code(entry.code)), std::move(article), entry.style});
    }

    const MapBook& book_;
    Legend& legend_;
};

}  // namespace

Legend read_legend(const std::vector<LegendEntry>& entries, const MapBook& book) {
    Legend legend;
    Reading reading(book, legend);
    for (const LegendEntry& entry : entries) reading.entry(entry);
    reading.finish();
    return legend;
}

}  // namespace planlezer
