#include "schemas/rulebook/map_book.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "schemas/rulebook/rule_book.hpp"
#include "schemas/rulebook/toml_reader.hpp"

namespace planlezer {

namespace {

template <typename Value, std::size_t n>
Value chosen(const TomlReader& reader, std::string_view key, const std::array<std::pair<std::string_view, Value>, n>& names) {
    const std::string text = reader.text(key);
    std::string known;
    for (const auto& [name, value] : names) {
        if (text == name) return value;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    reader.fail(reader.node(key), "'" + std::string(key) + "' is een van: " + known);
}

SignShape shape(const TomlReader& reader) {
    using enum SignShape;
    static constexpr std::array<std::pair<std::string_view, SignShape>, 7> names{{{"cirkel", circle}, {"vierkant", square}, {"dubbel vierkant", double_square},
        {"gestreept vierkant", dashed_square}, {"driehoek", triangle_up}, {"omgekeerde driehoek", triangle_down}, {"afgerond", pill}}};
    return chosen(reader, "vorm", names);
}

SignMark mark(const TomlReader& reader) {
    using enum SignMark;
    static constexpr std::array<std::pair<std::string_view, SignMark>, 5> names{
        {{"geen", none}, {"boogje", arc}, {"driehoekje", triangle}, {"dakje", caret}, {"streepje", line}}};
    return chosen(reader, "merk", names);
}

PlanObjectKind area_kind(const TomlReader& reader) {
    const std::string name = reader.text("soort");
    for (int i = 0; i <= static_cast<int>(PlanObjectKind::gebiedsaanduiding); ++i) {
        const auto kind = static_cast<PlanObjectKind>(i);
        if (plan_object_kind_text(kind) == name) return kind;
    }
    reader.fail(reader.node("soort"), "onbekende soort vlak '" + name + "'");
}

std::vector<std::string> folded_texts(const TomlReader& reader, std::string_view key) {
    std::vector<std::string> texts = reader.texts(key);
    for (std::string& text : texts) text = fold(text);
    return texts;
}

Rgb colour(const TomlReader& reader) {
    const toml::array& list = reader.array("kleur");
    std::array<std::uint8_t, 3> rgb{};
    if (list.size() != rgb.size()) reader.fail(&list, "'kleur' is rood, groen en blauw: [255, 255, 0]");
    for (std::size_t i = 0; i < rgb.size(); ++i) {
        const auto value = list[i].value<int>();
        if (!value || *value < 0 || *value > 255) reader.fail(&list, "elke kleur ligt tussen 0 en 255");
        rgb[i] = static_cast<std::uint8_t>(*value);
    }
    return {rgb[0], rgb[1], rgb[2]};
}

std::string measure_name(const TomlReader& reader, const MapBook& book) {
    std::string name = reader.text("maat");
    for (const MapMeasure& measure : book.measures) {
        if (measure.name == name) return name;
    }
    reader.fail(reader.node("maat"), "'" + name + "' staat niet als [[maat]] in dit bestand");
}

/// An example that comes out otherwise is a fault of the book.
void check_examples(const TomlReader& subject, const MapBook& book) {
    for (const TomlReader& example : subject.tables("voorbeeld")) {
        example.only({"onderwerp", "antwoord"});
        const std::string answer = example.text("antwoord");
        if (answer != "ja" && answer != "nee") example.fail(example.node("antwoord"), "'antwoord' is ja of nee");
        if (is_map_subject(example.text("onderwerp"), book) != (answer == "ja")) {
            example.fail(example.node("onderwerp"), "het voorbeeld '" + example.text("onderwerp") + "' komt anders uit dan zijn antwoord");
        }
    }
}

}  // namespace

bool is_map_subject(const std::string& subject, const MapBook& book) {
    const std::string folded = fold(subject);
    const auto in_subject = [&folded](const std::string& word) { return folded.find(word) != std::string::npos; };
    return std::ranges::any_of(book.subjects, [&](const MapSubject& known) {
        return std::ranges::any_of(known.words, in_subject) && std::ranges::none_of(known.except, in_subject);
    });
}

MapBook read_map_book(const TomlReader& reader) {
    reader.only({"maximum", "minimum", "maat", "merk", "letter", "vlak", "ondergrond", "bouwwerk", "bestemming"});
    MapBook book;
    book.maximum = folded_texts(reader, "maximum");
    book.minimum = folded_texts(reader, "minimum");
    for (const TomlReader& measure : reader.tables("maat")) {
        measure.only({"naam", "eenheid", "woorden", "beeld", "heel"});
        book.measures.push_back({measure.text("naam"), measure.unit(measure.text("eenheid"), "eenheid"), folded_texts(measure, "woorden"), 0, 0, false});
        MapMeasure& read = book.measures.back();
        if (measure.has("beeld")) std::tie(read.low, read.high) = measure.range("beeld");
        if (measure.has("heel")) read.whole = measure.flag("heel");
    }
    for (const TomlReader& sign : reader.tables("merk")) {
        sign.only({"vorm", "merk", "maat"});
        book.marks.push_back({shape(sign), mark(sign), measure_name(sign, book)});
    }
    for (const TomlReader& letter : reader.tables("letter")) {
        letter.only({"vorm", "letter", "maat"});
        book.letters.push_back({shape(letter), letter.text("letter"), measure_name(letter, book)});
    }
    for (const TomlReader& area : reader.tables("vlak")) {
        area.only({"soort", "woorden", "koppen"});
        book.areas.push_back({area_kind(area), folded_texts(area, "woorden"), folded_texts(area, "koppen")});
    }
    for (const TomlReader& base : reader.tables("ondergrond")) {
        base.only({"woorden", "koppen"});
        book.base_words = folded_texts(base, "woorden");
        book.base_headings = folded_texts(base, "koppen");
    }
    for (const TomlReader& bestemming : reader.tables("bestemming")) {
        bestemming.only({"naam", "code", "kleur"});
        book.bestemmingen.push_back({bestemming.text("naam"), bestemming.text("code"), colour(bestemming)});
    }
    for (const TomlReader& subject : reader.tables("bouwwerk")) {
        subject.only({"woorden", "behalve", "voorbeeld"});
        book.subjects.push_back({folded_texts(subject, "woorden"), folded_texts(subject, "behalve")});
    }
    for (const TomlReader& subject : reader.tables("bouwwerk")) check_examples(subject, book);
    return book;
}

}  // namespace planlezer
