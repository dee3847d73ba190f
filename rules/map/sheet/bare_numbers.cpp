#include "rules/map/sheet/bare_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "rules/map/sheet/sign_pattern.hpp"

namespace planlezer {

namespace {

std::size_t numbers_on(const MapSign& sign) {
    const std::vector<CellToken> tokens = tokens_of(sign.cells.front().text, false);
    return static_cast<std::size_t>(std::ranges::count(tokens, "#", &CellToken::form));
}

}  // namespace

bool is_bare_number(const MapSign& sign) {
    if (sign.shape != SignShape::none || sign.cells.size() != 1) return false;
    const std::vector<CellToken> tokens = tokens_of(sign.cells.front().text, false);
    const auto is_figure = [](const CellToken& token) { return token.form == "#" || token.form == "." || token.form == ","; };
    return numbers_on(sign) > 0 && std::ranges::all_of(tokens, is_figure);
}

double figure_height(const MapSign& sign) {
    constexpr double comma = 1.15;       // by which its tail makes a box higher
    constexpr double least_lean = 0.2;   // of a box: nearly square ones tell nothing
    const SignCell& cell = sign.cells.front();
    const double angle = sign.angle * std::numbers::pi / 180;
    const double along = std::abs(std::cos(angle));
    const double across = std::abs(std::sin(angle));
    const double lean = along * along - across * across;
    if (std::abs(lean) < least_lean) return 0;
    const double height = (sign.box.height() * along - sign.box.width() * across) / lean;
    return cell.text.find(',') != std::string::npos ? height / comma : height;
}

NumberSize size_of_number(const MapSign& sign, const Legend& legend) {
    constexpr double smaller = 0.78;
    constexpr double about = 0.85;
    const double height = figure_height(sign);
    if (height <= 0) return NumberSize::in_doubt;
    if (height < smaller * legend.least_number || height * smaller > legend.most_number) return NumberSize::other;
    if (numbers_on(sign) > 1) return NumberSize::in_doubt;
    return height < about * legend.least_number || height * about > legend.most_number ? NumberSize::in_doubt : NumberSize::as_in_legend;
}

}  // namespace planlezer
