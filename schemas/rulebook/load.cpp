#include <algorithm>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <sstream>
#include <string_view>
#include <tuple>
#include <toml++/toml.h>

#include "schemas/rulebook/rule_book.hpp"
#include "schemas/rulebook/toml_reader.hpp"

namespace planlezer {

namespace {

namespace fs = std::filesystem;

std::string stem(const std::string& file) { return fs::path(file).stem().string(); }

Sentence read_sentence(const TomlReader& reader) {
    reader.only({"id", "patroon", "zekerheid", "eenheden", "grens"});
    Sentence sentence;
    sentence.id = reader.text("id");
    sentence.source = reader.text("patroon");
    sentence.pattern = reader.pattern("patroon");
    const auto values = std::ranges::count_if(sentence.pattern, [](const PatternElement& e) {
        return e.type == PatternElement::Type::slot && e.text == "waarde";
    });
    if (values != 1) reader.fail(reader.node("patroon"), "een zin heeft precies één {waarde}, niet in een keuze");
    sentence.confidence = reader.number("zekerheid", 0.9);
    if (!(sentence.confidence > 0 && sentence.confidence <= 1)) reader.fail(reader.node("zekerheid"), "'zekerheid' ligt tussen 0 en 1");
    sentence.units = reader.units("eenheden");
    sentence.limit = reader.text_or("grens", "");
    if (!sentence.limit.empty() && sentence.limit != "max" && sentence.limit != "min") {
        reader.fail(reader.node("grens"), "'grens' is max of min");
    }
    return sentence;
}

ExampleNorm read_example_norm(const TomlReader& reader) {
    reader.only({"soort", "waarde", "eenheid", "bron", "onderwerp"});
    ExampleNorm norm;
    norm.kind = reader.text("soort");
    if (reader.has("waarde")) {
        norm.value = Decimal::parse(reader.text("waarde"));
        if (!norm.value) reader.fail(reader.node("waarde"), "'waarde' is een getal met een punt, tussen aanhalingstekens: \"10.5\"");
    }
    if (reader.has("eenheid")) norm.unit = reader.unit(reader.text("eenheid"), "eenheid");
    norm.source = reader.text_or("bron", "text");
    norm.subject = reader.text_or("onderwerp", "");
    return norm;
}

Example read_example(const TomlReader& reader) {
    reader.only({"tekst", "normen"});
    Example example;
    example.file = reader.file();
    example.line = reader.line();
    example.text = reader.text("tekst");
    if (!reader.has("normen")) reader.fail(nullptr, "een voorbeeld heeft 'normen', desnoods een lege lijst");
    for (const TomlReader& norm : reader.tables("normen")) example.norms.push_back(read_example_norm(norm));
    return example;
}

NormRule read_norm(const TomlReader& reader) {
    reader.only({"naam", "versie", "maximum", "minimum", "kaal", "eenheden", "omzetting", "aannemelijk", "telt",
                 "naamwoorden", "stammen", "bereik", "zin", "voorbeeld"});
    NormRule norm;
    norm.name = reader.text("naam");
    norm.version = static_cast<int>(reader.number("versie", 1));
    norm.maximum = reader.text_or("maximum", "");
    norm.minimum = reader.text_or("minimum", "");
    if (norm.maximum.empty() && norm.minimum.empty()) reader.fail(nullptr, "een norm heeft een 'maximum', een 'minimum' of beide");
    norm.bare = reader.text_or("kaal", norm.maximum.empty() ? "min" : "max");
    if (norm.bare != "max" && norm.bare != "min") reader.fail(reader.node("kaal"), "'kaal' is max of min");
    norm.units = reader.units("eenheden");
    if (norm.units.empty()) reader.fail(nullptr, "een norm heeft 'eenheden'");
    norm.counts = reader.flag("telt");
    norm.nouns = reader.patterns("naamwoorden");
    norm.stems = reader.patterns("stammen");
    if (reader.has("aannemelijk")) std::tie(norm.low, norm.high) = reader.range("aannemelijk");
    for (const TomlReader& range : reader.tables("bereik")) {
        range.only({"onderwerp", "aannemelijk"});
        SubjectRange read;
        for (const std::string& subject : range.texts("onderwerp")) read.subjects.push_back(fold(subject));
        std::tie(read.low, read.high) = range.range("aannemelijk");
        norm.ranges.push_back(std::move(read));
    }
    for (const TomlReader& conversion : reader.tables("omzetting")) {
        conversion.only({"eenheid", "norm"});
        norm.converted[conversion.unit(conversion.text("eenheid"), "eenheid")] = conversion.text("norm");
    }
    for (const TomlReader& sentence : reader.tables("zin")) norm.sentences.push_back(read_sentence(sentence));
    if (norm.nouns.empty() && norm.sentences.empty()) reader.fail(nullptr, "een norm heeft 'naamwoorden' of een [[zin]]");
    return norm;
}

/// The file's table; a fault in the TOML itself becomes a RuleBookError too.
toml::table parse_file(const fs::path& path, const std::string& name) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw RuleBookError(name, 0, "kan niet worden gelezen");
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    try {
        return toml::parse(text, name);
    } catch (const toml::parse_error& fault) {
        throw RuleBookError(name, static_cast<int>(fault.source().begin.line), std::string(fault.description()));
    }
}

std::map<std::string, fs::path> book_files(const std::vector<fs::path>& folders) {
    std::map<std::string, fs::path> files;
    for (const fs::path& folder : folders) {
        std::error_code error;
        if (!fs::is_directory(folder, error)) throw RuleBookError(folder.string(), 0, "is geen map met regels");
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file() && entry.path().extension() == ".toml") {
                files[entry.path().lexically_relative(folder).generic_string()] = entry.path();
            }
        }
    }
    if (files.empty()) throw RuleBookError(folders.empty() ? "" : folders.back().string(), 0, "bevat geen enkel .toml-bestand");
    return files;
}

/// FNV-1a: tells rule books apart, protects against nothing.
std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::string hex(std::uint64_t number) {
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; number >>= 4U) text[i] = "0123456789abcdef"[number & 15U];
    return text;
}

void read_words(const TomlReader& reader, const std::string& name, RuleBook& book) {
    reader.only({"woord"});
    for (const TomlReader& word : reader.tables("woord")) {
        word.only({"label", "id", "patronen"});
        const std::string tag = word.text("label");
        const std::string id = stem(name) + "/" + word.text("id");
        if (word.array("patronen").empty()) word.fail(nullptr, "een woord heeft 'patronen'");
        for (const std::string& source : word.texts("patronen")) book.phrases.push_back(word.phrase(tag, id, source));
    }
}

void check_references(const RuleBook& book, const std::map<std::string, std::string>& file_of) {
    for (const NormRule& norm : book.norms) {
        for (const auto& [unit, other] : norm.converted) {
            if (book.find_norm(other) == nullptr) {
                throw RuleBookError(file_of.at(norm.name), 1, "'omzetting' noemt een onbekende norm '" + other + "'");
            }
        }
    }
}

}  // namespace

const NormRule* RuleBook::find_norm(std::string_view name) const {
    const auto norm = std::ranges::find(norms, name, &NormRule::name);
    return norm == norms.end() ? nullptr : &*norm;
}

RuleBook load_rule_book(const std::vector<fs::path>& folders) {
    RuleBook book;
    std::uint64_t hash = 14695981039346656037ULL;
    std::map<std::string, std::string> file_of;
    for (const auto& [name, path] : book_files(folders)) {
        const toml::table table = parse_file(path, name);
        std::ostringstream canonical;
        canonical << table;
        hash = hashed(hashed(hash, name), canonical.str());
        const TomlReader reader(name, table);
        const std::string folder = fs::path(name).parent_path().generic_string();
        if (name == "boek.toml") {
            reader.only({"versie"});
            book.version = reader.text("versie");
        } else if (name == "afdelingen.toml") {
            book.sections = load_sections(path);
        } else if (name == "kaart.toml") {
            book.map = read_map_book(reader);
        } else if (folder == "taal") {
            read_words(reader, name, book);
        } else if (folder == "zinnen") {
            reader.only({"zin"});
            for (const TomlReader& sentence : reader.tables("zin")) book.sentences.push_back(read_sentence(sentence));
        } else {
            // A norm may stand anywhere, so that a planner can give a folder with a single file.
            NormRule norm = read_norm(reader);
            if (!file_of.emplace(norm.name, name).second) {
                reader.fail(reader.node("naam"), "de norm '" + norm.name + "' staat al in " + file_of[norm.name]);
            }
            for (const TomlReader& example : reader.tables("voorbeeld")) book.examples.push_back(read_example(example));
            book.norms.push_back(std::move(norm));
        }
    }
    std::ranges::sort(book.norms, {}, &NormRule::name);
    check_references(book, file_of);
    book.hash = hex(hash);
    return book;
}

}  // namespace planlezer
