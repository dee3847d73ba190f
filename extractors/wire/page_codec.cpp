// Pages of text on the wire.
#include "extractors/wire/page_codec.hpp"

#include <string_view>

#include "extractors/wire/messages.hpp"

namespace planlezer::wire {

namespace {

constexpr std::uint32_t max_rulings = 200'000;
constexpr std::uint32_t max_notes = 64;

bool has_white_space(std::string_view text) { return text.find_first_of(" \t\r\n\v\f") != std::string_view::npos; }

constexpr std::size_t least_word_bytes = 4 + 32 + 8 + 8 + 4 + 1 + 4;

}  // namespace

// Not in the namespace above: put_all and get_all look for them by their arguments.

void put(Writer& out, const Word& word) {
    out.text(word.text);
    put(out, word.box);
    out.number(word.confidence);
    out.number(word.font_size);
    for (const bool mark : {word.bold, word.italic, word.struck, word.raised}) out.byte(mark ? 1 : 0);
    out.byte(static_cast<std::uint8_t>(word.origin));
    out.text(word.second_reading);
}

void get(Reader& in, Word& word) {
    word.text = in.text();
    get(in, word.box);
    word.confidence = in.number();
    word.font_size = in.number();
    for (bool* mark : {&word.bold, &word.italic, &word.struck, &word.raised}) *mark = in.boolean();
    word.origin = in.enumerator(TextOrigin::ocr);
    word.second_reading = in.text();
    in.require(!word.text.empty() && !has_white_space(word.text));
    in.require(word.confidence >= 0 && word.confidence <= 1 && word.font_size >= 0);
}

constexpr std::size_t ruling_bytes = 32;

void put(Writer& out, const Ruling& ruling) {
    out.number(ruling.x0);
    out.number(ruling.y0);
    out.number(ruling.x1);
    out.number(ruling.y1);
}

void get(Reader& in, Ruling& ruling) {
    ruling.x0 = in.number();
    ruling.y0 = in.number();
    ruling.x1 = in.number();
    ruling.y1 = in.number();
}

void put(Writer& out, PageNote note) { out.byte(static_cast<std::uint8_t>(note)); }

void get(Reader& in, PageNote& note) { note = in.enumerator(PageNote::repaired_file); }

void put(Writer& out, const Box& box) {
    out.number(box.x0);
    out.number(box.y0);
    out.number(box.x1);
    out.number(box.y1);
}

void get(Reader& in, Box& box) {
    box.x0 = in.number();
    box.y0 = in.number();
    box.x1 = in.number();
    box.y1 = in.number();
    in.require(box.x0 <= box.x1 && box.y0 <= box.y1);
}

int page_number(Reader& in, std::uint32_t lowest) {
    const std::uint32_t number = in.integer();
    in.require(number >= lowest && number <= max_pages);
    return in.good() ? static_cast<int>(number) : static_cast<int>(lowest);
}

void put(Writer& out, const TextPage& page) {
    out.integer(static_cast<std::uint32_t>(page.number));
    out.number(page.width);
    out.number(page.height);
    out.byte(static_cast<std::uint8_t>(page.turns));
    out.byte(static_cast<std::uint8_t>(page.origin));
    out.number(page.dpi);
    put_all(out, page.words);
    put_all(out, page.rulings);
    put_all(out, page.notes);
}

void get(Reader& in, TextPage& page) {
    page.number = page_number(in, 1);
    page.width = in.number();
    page.height = in.number();
    page.turns = in.byte();
    in.require(page.turns <= 3);
    page.origin = in.enumerator(TextOrigin::ocr);
    page.dpi = in.number();
    in.require(page.width >= 0 && page.height >= 0 && page.dpi >= 0);
    get_all(in, page.words, max_words_per_page, least_word_bytes);
    get_all(in, page.rulings, max_rulings, ruling_bytes);
    get_all(in, page.notes, max_notes, 1);
}

}  // namespace planlezer::wire
