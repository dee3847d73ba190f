#include "rules/map/sheet/valued.hpp"

namespace planlezer {

std::string words_on(const MapSign& sign) {
    std::string words;
    for (const SignCell& cell : sign.cells) words += (words.empty() ? "" : " / ") + cell.text;
    return words;
}

}  // namespace planlezer
