#include "tests/support/page_builder.hpp"

#include <cmath>
#include <numbers>
#include <sstream>
#include <string>

namespace planlezer::test {

PageBuilder::PageBuilder(int number) {
    page_.number = number;
    page_.width = 595;
    page_.height = 842;
}

PageBuilder& PageBuilder::text(double x, double y, std::string_view words, double size, bool bold) {
    std::istringstream stream{std::string(words)};
    std::string text;
    while (stream >> text) {
        Word word;
        word.text = text;
        word.font_size = size;
        word.bold = bold;
        const double width = 0.5 * size * static_cast<double>(text.size());
        word.box = {x, y, x + width, y + size};
        page_.words.push_back(word);
        x += width + 0.3 * size;
    }
    return *this;
}

PageBuilder& PageBuilder::raised(double x, double y, std::string_view word, double size) {
    text(x, y, word, size);
    page_.words.back().raised = true;
    return *this;
}

PageBuilder& PageBuilder::ruling(double x0, double y0, double x1, double y1) {
    page_.rulings.push_back({x0, y0, x1, y1});
    return *this;
}

PageBuilder& PageBuilder::frame(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double x : xs) ruling(x, ys.front(), x, ys.back());
    for (const double y : ys) ruling(xs.front(), y, xs.back(), y);
    return *this;
}

PageBuilder& PageBuilder::askew(double degrees) {
    const double slope = std::tan(degrees * std::numbers::pi / 180);
    for (Word& word : page_.words) {
        const double down = slope * (word.box.mid_x() - page_.width / 2);
        word.box.y0 += down;
        word.box.y1 += down;
    }
    return *this;
}

}  // namespace planlezer::test
