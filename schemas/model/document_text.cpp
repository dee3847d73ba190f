#include "schemas/model/document_text.hpp"

namespace planlezer {

std::string DocumentText::text(WordSpan span) const {
    std::string joined;
    for (std::size_t i = span.begin; i < span.end && i < words.size(); ++i) {
        if (!joined.empty()) joined += ' ';
        joined += words[i].text;
    }
    return joined;
}

Provenance DocumentText::place(WordSpan span) const {
    Provenance place;
    if (span.empty() || span.begin >= words.size()) return place;
    place.page = words[span.begin].page;
    place.quote = text(span);
    bool new_line = true;
    for (std::size_t i = span.begin; i < span.end && i < words.size(); ++i) {
        const FlowWord& word = words[i];
        if (word.page != place.page) break;  // boxes lie on one page; the quote tells the rest
        if (word.line_start) new_line = true;
        for (const Box& box : word.boxes) {
            if (new_line || place.boxes.empty()) {
                place.boxes.push_back(box);
            } else {
                place.boxes.back() = united(place.boxes.back(), box);
            }
            new_line = word.boxes.size() > 1 && &box != &word.boxes.back();
        }
        if (word.boxes.size() <= 1) new_line = false;
    }
    return place;
}

}  // namespace planlezer
