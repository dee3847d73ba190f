#include "rules/map/sheet/likely_sign.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "rules/map/sheet/sign_pattern.hpp"

namespace planlezer {

namespace {

constexpr double sure = 0.6;  // confidence of a cell: of a less sure one a mark may be none, or another

/// A cell as it may have been drawn: a small "%" behind a number is easily lost in a picture; of a number that was read with doubt
/// the mark may be lost too, and a line across it easily passes for one. One difference.
std::vector<SignCell> almost_alike(const SignCell& cell) {
    std::vector<SignCell> others;
    const bool number = !cell.text.empty() && cell.text.find_first_not_of("0123456789,") == std::string::npos;
    const bool bare = cell.above == SignMark::none && cell.below == SignMark::none;
    if (number && bare) {
        others.push_back(cell);
        others.back().text += '%';
    }
    if (cell.confidence >= sure) return others;
    for (const SignMark mark : {SignMark::none, SignMark::arc, SignMark::triangle, SignMark::caret}) {
        for (const bool over : {true, false}) {
            SignCell other = cell;
            other.above = over ? mark : SignMark::none;
            other.below = over ? SignMark::none : mark;
            if (other.above == cell.above && other.below == cell.below) continue;
            others.push_back(std::move(other));
        }
    }
    // A range has a mark over the one number and under the other.
    if (cell.text.find('-') != std::string::npos) {
        others.push_back(cell);
        others.back().above = others.back().below = SignMark::triangle;
    }
    return others;
}

/// The lines of the legend that a sign is like but for `differences` of its cells; a "%" may be lost and a mark mistaken in one.
void like_but_for(const MapSign& sign, std::size_t from, int differences, const Legend& legend, std::vector<const std::vector<NamedMeasure>*>& found) {
    if (differences == 0) {
        const SignPattern pattern = pattern_of(sign, false);
        const auto shown = legend.signs.find(pattern.key);
        if (shown != legend.signs.end() && shown->second.size() == pattern.numbers.size() && std::ranges::find(found, &shown->second) == found.end()) found.push_back(&shown->second);
        return;
    }
    for (std::size_t i = from; i < sign.cells.size(); ++i) {
        MapSign other = sign;
        for (SignCell& cell : almost_alike(sign.cells[i])) {
            other.cells[i] = std::move(cell);
            like_but_for(other, i, differences - 1, legend, found);
        }
    }
}

}  // namespace

const std::vector<NamedMeasure>* likely_shown(const MapSign& sign, const Legend& legend) {
    constexpr std::size_t most_cells = 4;
    const bool exact = std::ranges::all_of(sign.cells, [](const SignCell& cell) { return cell.confidence >= 1; });
    if (exact || sign.shape == SignShape::none || sign.cells.empty() || sign.cells.size() > most_cells) return nullptr;
    const int most = sign.cells.size() > 2 ? 2 : 1;
    for (int differences = 1; differences <= most; ++differences) {
        std::vector<const std::vector<NamedMeasure>*> found;
        like_but_for(sign, 0, differences, legend, found);
        if (!found.empty()) return found.size() == 1 ? found.front() : nullptr;
    }
    return nullptr;
}

}  // namespace planlezer
