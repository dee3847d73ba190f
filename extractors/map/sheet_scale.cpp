#include "extractors/map/sheet_scale.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "extractors/map/insets.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The number after the colon; dots and blanks group its thousands.
double number_at(const std::string& text, std::size_t at) {
    double value = 0;
    int digits = 0;
    for (; at < text.size() && digits < 7; ++at) {
        if (is_digit(text[at])) {
            value = 10 * value + (text[at] - '0');
            ++digits;
        } else if ((text[at] != '.' && text[at] != ' ') || (digits > 0 && (at + 1 >= text.size() || !is_digit(text[at + 1])))) {
            break;
        }
    }
    return value;
}

bool names_scale(const std::string& text) { return lower(text).find("schaal") != std::string::npos; }

}  // namespace

double scale_in(const std::string& text) {
    for (std::size_t colon = text.find(':'); colon != std::string::npos; colon = text.find(':', colon + 1)) {
        std::size_t before = colon;
        while (before > 0 && text[before - 1] == ' ') --before;
        if (before == 0 || text[before - 1] != '1' || (before > 1 && (is_digit(text[before - 2]) || text[before - 2] == '.'))) continue;
        const double value = number_at(text, colon + 1);
        if (value >= 100 && value <= 50'000) return value;
    }
    return 0;
}

double sheet_scale(const std::vector<TextRun>& runs) {
    std::optional<double> named;
    std::optional<double> any;
    bool differs = false;
    for (const TextRun& run : runs) {
        const double scale = scale_in(run.text);
        if (scale == 0 || titles_inset(run.text)) continue;
        const bool beside = std::ranges::any_of(runs, [&run](const TextRun& other) {
            return names_scale(other.text) && plane::meet(plane::grown(other.box, 4 * other.size), run.box);
        });
        if (beside && !named) named = scale;
        differs = differs || (any && *any != scale);
        any = scale;
    }
    if (named) return *named;
    return any && !differs ? *any : 0;
}

}  // namespace planlezer
