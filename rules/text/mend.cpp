#include "rules/text/mend.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace planlezer {

namespace {

constexpr std::size_t shortest_mended = 5;  // letters; shorter words are near to too many others
constexpr std::size_t long_word = 9;        // letters from which two may be wrong
constexpr std::size_t longest_word = 40;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most) return most + 1;
    std::vector<std::size_t> row(a.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::size_t diagonal = row[0];
        row[0] = j;
        std::size_t best = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({changed, row[i] + 1, row[i - 1] + 1});
            best = std::min(best, row[i]);
        }
        if (best > most) return most + 1;
    }
    return row[a.size()];
}

void Mender::learn(const std::string& folded) { words_.insert(folded); }

void Mender::learn_part(const std::string& part, bool at_start, bool at_end) {
    (at_start ? starts_ : at_end ? ends_ : inner_).push_back(part);
    words_.insert(part);
}

bool Mender::known(std::string_view folded) const {
    return words_.contains(folded) || spared_.contains(folded) ||
           std::ranges::any_of(starts_, [&](const std::string& s) { return folded.starts_with(s); }) ||
           std::ranges::any_of(ends_, [&](const std::string& s) { return folded.ends_with(s); }) ||
           std::ranges::any_of(inner_, [&](const std::string& s) { return folded.find(s) != std::string_view::npos; });
}

std::string Mender::nearest(const std::string& folded) const {
    const std::size_t most = folded.size() >= long_word ? 2 : 1;
    std::string best;
    std::size_t least = most + 1;
    bool unique = false;
    for (const std::string& word : words_) {
        if (word.size() < shortest_mended) continue;
        const std::size_t distance = edit_distance(folded, word, most);
        if (distance > most) continue;
        if (distance < least) {
            least = distance;
            best = word;
            unique = true;
        } else if (distance == least) {
            unique = false;
        }
    }
    return unique ? best : std::string{};
}

void Mender::mend(Token& token) const {
    if (token.kind != TokenKind::word || token.quoted || token.folded.size() < shortest_mended || token.folded.size() > longest_word) return;
    const auto before = seen_.find(token.folded);
    const std::string mended = before != seen_.end() ? before->second : known(token.folded) ? std::string{} : nearest(token.folded);
    if (before == seen_.end()) seen_.emplace(token.folded, mended);
    if (mended.empty()) return;
    token.folded = mended;
    token.mended = true;
}

std::size_t Mender::glued_at(const Token& token) const {
    static constexpr std::array<std::string_view, 9> small{"niet", "een", "het", "van", "de", "meer", "maximaal", "minimaal", "ten"};
    if (token.kind != TokenKind::word || token.quoted || token.folded.size() < 6 || token.folded != token.text || known(token.folded)) return 0;
    for (const std::string_view word : small) {
        if (!token.folded.starts_with(word)) continue;
        const std::string_view rest = std::string_view(token.folded).substr(word.size());
        if ((rest.size() >= 4 || rest == "dan") && words_.contains(rest)) return word.size();
    }
    return 0;
}

}  // namespace planlezer
