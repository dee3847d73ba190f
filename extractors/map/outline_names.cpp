#include "extractors/map/outline_names.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/digit_forms.hpp"

namespace planlezer {

namespace {

constexpr double same_form = 0.03;    // mean difference of the cells' ink, 0-1: chords of one curve differ by no more
constexpr double same_aspect = 0.04;  // as a share
constexpr double same_size = 0.03;    // as a share, of the height
constexpr double agree = 0.75;        // share of the readings that a name needs
constexpr double least_votes = 1.5;   // sums of confidences: one good reading of a digit is not enough
constexpr double one_vote = 0.6;      // of a letter, or of a digit whose form says the same
constexpr std::string_view unknown = "\uFFFD";

using Votes = std::map<std::string, double>;

bool close(double a, double b, double share) { return std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b)); }

bool same(const LetterForm& a, const LetterForm& b) {
    if (!close(a.aspect, b.aspect, same_aspect)) return false;
    int difference = 0;
    for (std::size_t i = 0; i < a.ink.size(); ++i) difference += std::abs(int{a.ink[i]} - int{b.ink[i]});
    return difference <= same_form * 255 * static_cast<double>(a.ink.size());
}

std::vector<std::string> characters_of(std::string_view text) {
    std::vector<std::string> characters;
    for (const char c : text) {
        if (c == ' ') continue;
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U && !characters.empty()) characters.back() += c;
        else characters.emplace_back(1, c);
    }
    return characters;
}

bool is_digit(const std::string& name) { return name.size() == 1 && name[0] >= '0' && name[0] <= '9'; }

/// \param digit what the form itself looks like
std::string elected(const Votes& votes, std::optional<char> digit) {
    double all = 0;
    const std::pair<const std::string, double>* best = nullptr;
    for (const auto& vote : votes) {
        all += vote.second;
        if (best == nullptr || vote.second > best->second) best = &vote;
    }
    if (best == nullptr || best->second < agree * all) return {};
    const bool number = is_digit(best->first);
    if (number && digit && *digit != best->first[0]) return {};
    return best->second >= (number && !digit ? least_votes : one_vote) ? best->first : std::string{};
}

}  // namespace

OutlineNames::OutlineNames(const std::vector<OutlinedLetter>& letters, const std::vector<TextRun>& runs, const std::vector<MapSign>& signs) : letters_(letters) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        kind_.push_back(kind_of(i));
        index_.add(i, letters[i].box);
    }
    for (const TextRun& run : runs) {
        for (const Word& word : run.words) learn(plane::grown(word.box, 0.5), word.text, word.confidence);
    }
    for (const MapSign& sign : signs) {
        for (const SignCell& cell : sign.cells) learn(plane::grown(cell.box, 0.5), cell.text, cell.confidence);
    }
}

std::size_t OutlineNames::kind_of(std::size_t letter) {
    const OutlinedLetter& own = letters_[letter];
    std::size_t form = forms_;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const OutlinedLetter& known = letters_[kinds_[i].first];
        if (!same(own.form, known.form)) continue;
        form = kinds_[i].form;
        if (close(own.box.height(), known.box.height(), same_size) && close(own.box.width(), known.box.width(), same_size)) return i;
    }
    if (form == forms_) ++forms_;
    kinds_.push_back({letter, form, {}});
    return kinds_.size() - 1;
}

/// Only words with as many characters as letters teach.
void OutlineNames::learn(const Box& box, const std::string& text, double confidence) {
    std::vector<std::size_t> inside;
    for (const std::size_t i : index_.meeting(box)) {
        if (plane::holds(box, plane::middle(letters_[i].box))) inside.push_back(i);
    }
    const std::vector<std::string> characters = characters_of(text);
    if (characters.empty() || characters.size() != inside.size()) return;
    std::ranges::sort(inside, {}, [&](std::size_t i) { return letters_[i].box.mid_x(); });
    for (std::size_t i = 0; i < inside.size(); ++i) kinds_[kind_[inside[i]]].votes[characters[i]] += confidence;
}

/// By its own readings; those of the same form in other sizes help where they are few.
std::string OutlineNames::name_of(const Kind& kind) const {
    const auto digit = digit_of(letters_[kind.first].form);
    const std::string own = elected(kind.votes, digit);
    if (!own.empty()) return own;
    Votes votes;
    for (const Kind& other : kinds_) {
        if (other.form != kind.form) continue;
        for (const auto& [read, weight] : other.votes) votes[read] += weight;
    }
    const std::string name = elected(votes, digit);
    return name.empty() ? std::string(unknown) : name;
}

std::vector<std::string> OutlineNames::all() const {
    std::vector<std::string> by_kind;
    for (const Kind& kind : kinds_) by_kind.push_back(name_of(kind));
    std::vector<std::string> names;
    for (const std::size_t kind : kind_) names.push_back(by_kind[kind]);
    return names;
}

std::string OutlineNames::like(const LetterForm& form) const {
    for (const Kind& kind : kinds_) {
        if (!same(form, letters_[kind.first].form)) continue;
        if (std::string name = name_of(kind); name != unknown) return name;
    }
    return std::string(unknown);
}

}  // namespace planlezer
