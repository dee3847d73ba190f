#include "rules/map/sheet/plain_code.hpp"

#include <algorithm>
#include <array>

namespace planlezer {

std::string_view plain_code(std::string_view text) {
    static constexpr std::array<std::string_view, 15> strange{" ", "\"", "'", "|", ".", ",", ":", ";", "_", "„", "“", "”", "‘", "’", "·"};
    const auto at_front = [&text](std::string_view mark) { return text.starts_with(mark); };
    const auto at_back = [&text](std::string_view mark) { return text.ends_with(mark); };
    for (auto mark = std::ranges::find_if(strange, at_front); mark != strange.end(); mark = std::ranges::find_if(strange, at_front)) text.remove_prefix(mark->size());
    for (auto mark = std::ranges::find_if(strange, at_back); mark != strange.end(); mark = std::ranges::find_if(strange, at_back)) text.remove_suffix(mark->size());
    return text;
}

}  // namespace planlezer
