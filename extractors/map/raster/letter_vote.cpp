#include "extractors/map/raster/letter_vote.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace planlezer {

namespace {

constexpr double unlike = 0.2;       // mean difference of two forms, 0-1: above, they are two letters
constexpr std::size_t neighbours = 5;
constexpr double majority = 0.7;     // share of the votes

double distance(const LetterForm& a, const LetterForm& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.ink.size(); ++i) sum += std::abs(static_cast<int>(a.ink[i]) - static_cast<int>(b.ink[i]));
    sum /= 255.0 * static_cast<double>(a.ink.size());
    // Form alone takes "1" for "l" and "." for "0": proportions count too.
    return sum + 0.25 * std::abs(std::log((a.aspect + 0.05) / (b.aspect + 0.05))) + 0.5 * std::abs(a.height - b.height) + 0.3 * std::abs(a.top - b.top);
}

bool is_ascii(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

}  // namespace

void LetterVote::learn(const LetterLine& line, const std::string& text, double confidence) {
    const std::size_t number = lines_++;
    if (text.size() != line.letters.size() || !is_ascii(text) || confidence < 0.3) return;
    for (std::size_t i = 0; i < text.size(); ++i) samples_.push_back({line.forms[i], text[i], number, confidence});
}

std::optional<std::string> LetterVote::read(const LetterLine& line, std::size_t own) const {
    std::string text;
    for (const LetterForm& form : line.forms) {
        std::vector<std::pair<double, const Sample*>> near;
        for (const Sample& sample : samples_) {
            if (sample.line == own) continue;
            const double away = distance(form, sample.form);
            if (away < unlike) near.emplace_back(away, &sample);
        }
        if (near.empty()) return std::nullopt;
        const std::size_t count = std::min(neighbours, near.size());
        std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(count));
        std::map<char, double> votes;
        double all = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const double weight = near[i].second->weight / (0.02 + near[i].first);
            votes[near[i].second->name] += weight;
            all += weight;
        }
        const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
        if (most->second < majority * all) return std::nullopt;
        text += most->first;
    }
    return text;
}

}  // namespace planlezer
