#include "rules/norms/doubt.hpp"

#include <algorithm>
#include <string>

#include "rules/norms/soundness.hpp"

namespace planlezer {

namespace {

constexpr double weak_digit = 0.75;       // below this a digit's reading is for a person, also when a second one agrees
constexpr double weak_word = 0.60;        // below this a word that decides the norm is
constexpr double sure_sentence = 0.80;    // below this a sentence leaves room for another reading
constexpr std::size_t long_cell = 14;     // words: a sentence, no entry of a table

/// The words of a token range, each once.
std::vector<const FlowWord*> words_at(const DocumentText& text, const Clause& clause, std::size_t begin, std::size_t end) {
    std::vector<const FlowWord*> words;
    for (std::size_t at = begin; at < end && at < clause.tokens.size(); ++at) {
        const FlowWord* word = &text.words[clause.tokens[at].word];
        if (words.empty() || words.back() != word) words.push_back(word);
    }
    return words;
}

/// The number a word begins with, its comma made alike: "2,5" of "2.5m;".
std::string leading_number(const std::string& text) {
    std::string number;
    for (const char c : text) {
        if (c >= '0' && c <= '9') number += c;
        else if ((c == ',' || c == '.') && !number.empty() && number.find(',') == std::string::npos) number += ',';
        else break;
    }
    if (!number.empty() && number.back() == ',') number.pop_back();
    return number;
}

/// The readings of a word differ in what it is worth: not when both have the same number ("2" and "2m;"), nor when both
/// are the metre of it ("m;" and "ms;"), whose power the norm tells.
bool differs_in_value(const FlowWord& word) {
    const std::string number = leading_number(word.text);
    const std::string second = leading_number(word.second_reading);
    if (!number.empty() || !second.empty()) {
        const bool rest_is_number = word.text.size() > number.size() && word.text[number.size()] == '/';
        return number != second || rest_is_number;
    }
    const std::string first_form = fold(word.text);
    const std::string second_form = fold(word.second_reading);
    return first_form != second_form && !(first_form.starts_with("m") && second_form.starts_with("m"));
}

class Weighing {
  public:
    Weighing(const DocumentText& text, const Clause& clause, const Reading& reading, NormStatement& norm, FoundNorms& found)
        : text_(text), clause_(clause), reading_(reading), norm_(norm), found_(found) {}

    void put(FlagCode code, std::string detail = {}) { put_flag(code, std::move(detail), norm_, found_.norms.size(), found_.flags); }

    void source() {
        if (reading_.undetermined) put(FlagCode::not_yet_determined);
        if (reading_.blank) put(FlagCode::value_missing);
        if (norm_.value_source == ValueSource::map) put(FlagCode::map_reference_unresolved);
        if (norm_.value_source == ValueSource::existing) put(FlagCode::existing_situation);
        if (norm_.value_source == ValueSource::formula) put(FlagCode::formula, norm_.formula);
    }

    /// What the value was read from: digits in doubt, readings that differ, letters taken for digits.
    void digits() {
        for (const FlowWord* word : words_at(text_, clause_, reading_.value_begin, reading_.value_end)) {
            worst_ = std::min(worst_, word->confidence);
            if (!word->second_reading.empty() && differs_in_value(*word)) put(FlagCode::ocr_readings_differ, "'" + word->text + "' of '" + word->second_reading + "'");
            else if (word->confidence < weak_digit && is_number(*word)) put(FlagCode::ocr_digit_weak, "'" + word->text + "'");
        }
        if (reading_.part.ocr_mended) put(FlagCode::ocr_digit_weak, "'" + words_of(clause_, reading_.value_begin, reading_.value_end) + "'");
    }

    /// The words that decide norm and limit, read from a scan.
    void deciding_words() {
        for (const FlowWord* word : words_at(text_, clause_, reading_.begin, reading_.end)) {
            if (word->struck) {
                put(FlagCode::struck_text);
                break;
            }
        }
        for (const FlowWord* word : words_at(text_, clause_, reading_.norm_begin, reading_.norm_end)) worst_ = std::min(worst_, std::max(word->confidence, weak_word));
    }

    void value() {
        if (!norm_.value) return;
        const NormRule& rule = *reading_.norm;
        if (!reading_.part.unit_stated && !rule.counts) put(FlagCode::unit_missing, norm_.value->text_nl());
        const double size = norm_.value->approx();
        const bool first_unit = norm_.unit == rule.units.front();
        if (norm_.unit == Unit::percent && (size > 200 || size <= 0)) put(FlagCode::value_implausible, norm_.value->text_nl() + " %");
        else if (first_unit && !plausible(rule, size)) put(FlagCode::value_implausible, shown());
        if (reading_.odd_unit || (norm_.unit == Unit::percent && rule.units.front() == Unit::degree)) put(FlagCode::unit_odd, shown());
        const Phrase after{reading_.value_end, std::min(reading_.value_end + 5, clause_.tokens.size())};
        for (std::size_t at = after.begin; at < after.end; ++at) {
            if (inside(clause_, "nap", at)) put(FlagCode::relative_to_nap);
            if (clause_.tokens[at].sentence_end) break;
        }
    }

    void phrase(const Subject& subject) {
        if (reading_.strength() < sure_sentence || reading_.uneven || reading_.loose_range || reading_.of > 1) {
            put(FlagCode::phrase_weak, "'" + words_of(clause_, std::max(reading_.begin, clause_.own), reading_.end) + "'");
        }
        if (subject.text.empty()) put(FlagCode::subject_unknown);
        if (in_first_artikel()) put(FlagCode::role_uncertain, "artikel 1 geeft gewoonlijk begrippen");
        if (sizes_land(subject)) put(FlagCode::role_uncertain, "de norm gaat over een " + subject.text);
        if (grows()) put(FlagCode::formula, "de waarde wordt verhoogd");
        if (narrative()) put(FlagCode::narrative_text);
        for (const WordingDoubt& doubt : doubts_of_wording(text_, clause_, reading_, subject, norm_)) put(doubt.code, doubt.reason);
    }

    void confidence(const Subject& subject) {
        double sure = reading_.strength();
        if (subject.distance > 0) sure -= 0.01 * static_cast<double>(std::min<std::size_t>(subject.distance, 3));
        if (reading_.bare) sure -= 0.02;
        if (mended()) sure -= 0.04;
        sure *= 0.8 + 0.2 * worst_;
        norm_.confidence = std::clamp(sure, 0.0, 1.0);
    }

  private:
    /// A word with a number in it; the "2" of "m2" alone is none.
    [[nodiscard]] bool is_number(const FlowWord& word) const {
        for (std::size_t at = reading_.value_begin; at < reading_.value_end; ++at) {
            if (&text_.words[clause_.tokens[at].word] == &word && clause_.tokens[at].kind == TokenKind::number) return true;
        }
        return false;
    }

    [[nodiscard]] bool plausible(const NormRule& rule, double size) const {
        const std::string subject = fold(norm_.subject);
        for (const SubjectRange& range : rule.ranges) {
            const bool about = std::ranges::any_of(range.subjects, [&](const std::string& part) { return subject.find(part) != std::string::npos; });
            if (about) return size >= range.low && size <= range.high;
        }
        return rule.high <= 0 || (size >= rule.low && size <= rule.high);
    }

    /// The norm or its limit was not read as it stands in the book.
    [[nodiscard]] bool mended() const {
        for (std::size_t at = reading_.begin; at < reading_.end; ++at) {
            const bool decides = inside(clause_, "norm", at) || inside(clause_, "grens", at);
            if (decides && clause_.tokens[at].mended) return true;
        }
        return false;
    }

    [[nodiscard]] std::string shown() const { return norm_.value->text_nl() + " " + std::string(unit_text(norm_.unit)); }

    /// Artikel 1 holds the definitions in every generation of plans, also when its heading was not read.
    [[nodiscard]] bool in_first_artikel() const {
        for (std::size_t at = clause_.node; at != no_parent; at = text_.nodes[at].parent) {
            const Node& node = text_.nodes[at];
            if (node.kind == NodeKind::artikel) return node.label == "1" && node.bestemming.empty();
        }
        return false;
    }

    /// How wide a bouwvlak may be is said to whoever draws one later: a power to change the plan, unless a heading tells otherwise.
    [[nodiscard]] bool sizes_land(const Subject& subject) const {
        const std::string name = fold(subject.text);
        const bool land = name.starts_with("bouwvlak") || name.starts_with("bestemmingsvlak") || name.starts_with("bouwperceel");
        return land && norm_.unit == Unit::metre && norm_.role == NormRole::rule && text_.nodes[clause_.node].section == SectionRole::unknown;
    }

    /// "50 m2, vermeerderd met 20 % van ...": the number is only where the sum begins.
    [[nodiscard]] bool grows() const {
        for (std::size_t at = reading_.value_end; at < clause_.tokens.size() && at < reading_.value_end + 4; ++at) {
            const std::string& word = clause_.tokens[at].folded;
            if (clause_.tokens[at].sentence_end) return false;
            if (word == "vermeerderd" || word == "verhoogd" || word == "plus" || word == "+") return norm_.value_source == ValueSource::text;
        }
        return false;
    }

    /// Running prose outside any article or list: it may tell of the rules instead of being one.
    [[nodiscard]] bool narrative() const {
        const Node& node = text_.nodes[clause_.node];
        if (node.section == SectionRole::toelichting) return true;
        if (node.section != SectionRole::unknown) return false;
        if (node.table != no_parent) return clause_.tokens.size() - clause_.own > long_cell;
        const bool tells = std::ranges::any_of(clause_.tags, [&](const Tag& tag) { return tag.name == "vertellend" && tag.begin >= clause_.own; });
        return tells && node.kind == NodeKind::alinea;
    }

    const DocumentText& text_;
    const Clause& clause_;
    const Reading& reading_;
    NormStatement& norm_;
    FoundNorms& found_;
    double worst_ = 1.0;
};

}  // namespace

bool put_code(FlagCode code, NormStatement& norm) {
    if (std::ranges::find(norm.flags, code) != norm.flags.end()) return false;
    norm.flags.insert(std::ranges::upper_bound(norm.flags, code), code);
    return true;
}

void put_flag(FlagCode code, std::string detail, NormStatement& norm, std::size_t index, std::vector<Flag>& flags) {
    if (put_code(code, norm)) flags.push_back({code, std::move(detail), {index}, norm.provenance});
}

void settle_status(NormStatement& norm) {
    const bool flagged = std::ranges::any_of(norm.flags, [](FlagCode code) { return flag_row(code).severity != Severity::info; });
    norm.status = !flagged && norm.confidence >= accept_from ? NormStatus::accepted : NormStatus::review;
}

void weigh(const DocumentText& text, const Clause& clause, const Reading& reading, const Subject& subject, NormStatement& norm, FoundNorms& found) {
    Weighing weighing(text, clause, reading, norm, found);
    weighing.source();
    weighing.digits();
    weighing.deciding_words();
    weighing.value();
    weighing.phrase(subject);
    weighing.confidence(subject);
    settle_status(norm);
    if (norm.status == NormStatus::review && norm.flags.empty()) {
        weighing.put(FlagCode::phrase_weak, "'" + words_of(clause, std::max(reading.begin, clause.own), reading.end) + "'");
    }
}

}  // namespace planlezer
