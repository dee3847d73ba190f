#include "tests/support/page_dump.hpp"

#include <sstream>

#include <nlohmann/json.hpp>

namespace planlezer::test {
namespace {

Box box_of(const nlohmann::json& numbers) {
    return {numbers.at(0).get<double>(), numbers.at(1).get<double>(), numbers.at(2).get<double>(), numbers.at(3).get<double>()};
}

}  // namespace

std::vector<TextPage> pages_from_dump(const std::string& json) {
    std::vector<TextPage> pages;
    std::istringstream stream(json);
    while (stream >> std::ws && !stream.eof()) {
        nlohmann::json object;
        stream >> object;
        TextPage page;
        page.number = object.at("page").get<int>();
        if (!object.contains("words")) continue;
        page.width = object.at("width").get<double>();
        page.height = object.at("height").get<double>();
        page.dpi = object.at("dpi").get<double>();
        page.origin = object.at("origin") == "ocr" ? TextOrigin::ocr : TextOrigin::native;
        for (const nlohmann::json& line : object.at("rulings")) {
            const Box box = box_of(line);
            page.rulings.push_back({box.x0, box.y0, box.x1, box.y1});
        }
        for (const nlohmann::json& item : object.at("words")) {
            Word word;
            word.text = item.at("text").get<std::string>();
            word.box = box_of(item.at("box"));
            word.confidence = item.at("confidence").get<double>();
            word.font_size = item.value("font_size", 0.0);
            word.bold = item.value("bold", false);
            word.italic = item.value("italic", false);
            word.struck = item.value("struck", false);
            word.raised = item.value("raised", false);
            word.second_reading = item.value("second_reading", "");
            word.origin = page.origin;
            page.words.push_back(std::move(word));
        }
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace planlezer::test
