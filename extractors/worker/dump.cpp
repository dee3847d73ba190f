#include "extractors/worker/dump.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "extractors/document_reader.hpp"
#include "extractors/worker/dump_json.hpp"
#include "extractors/worker/dump_plan.hpp"

namespace planlezer {

namespace {

using dump_json::number;
using dump_json::numbers;
using dump_json::quoted;

std::string_view note_name(PageNote note) {
    switch (note) {
        case PageNote::text_layer_unmapped: return "text_layer_unmapped";
        case PageNote::text_layer_implausible: return "text_layer_implausible";
        case PageNote::text_layer_displaced: return "text_layer_displaced";
        case PageNote::low_resolution: return "low_resolution";
        case PageNote::turned_upright: return "turned_upright";
        case PageNote::deskewed: return "deskewed";
        case PageNote::dark_border_removed: return "dark_border_removed";
        case PageNote::cut_off: return "cut_off";
        case PageNote::repaired_file: return "repaired_file";
    }
    return "";
}

std::string word_json(const Word& word) {
    std::string json = "{\"text\":";
    json += quoted(word.text);
    json += ",\"box\":" + numbers({word.box.x0, word.box.y0, word.box.x1, word.box.y1});
    json += ",\"confidence\":" + number(word.confidence);
    if (word.font_size > 0) json += ",\"font_size\":" + number(word.font_size);
    for (const auto& [name, mark] : {std::pair("bold", word.bold), {"italic", word.italic}, {"struck", word.struck}, {"raised", word.raised}}) {
        if (mark) json.append(",\"").append(name).append("\":true");
    }
    if (!word.second_reading.empty()) json += ",\"second_reading\":" + quoted(word.second_reading);
    json += '}';
    return json;
}

void show_json(const TextPage& page) {
    std::printf("{\"page\":%d,\"width\":%s,\"height\":%s,\"turns\":%d,\"origin\":\"%s\",\"dpi\":%s,\"notes\":[", page.number, number(page.width).c_str(),
                number(page.height).c_str(), page.turns, page.origin == TextOrigin::native ? "native" : "ocr", number(page.dpi).c_str());
    const char* comma = "";
    for (const PageNote note : page.notes) std::printf("%s\"%s\"", std::exchange(comma, ","), std::string(note_name(note)).c_str());
    std::printf("],\n\"rulings\":[");
    comma = "";
    for (const Ruling& line : page.rulings) std::printf("%s%s", std::exchange(comma, ","), numbers({line.x0, line.y0, line.x1, line.y1}).c_str());
    std::printf("],\n\"words\":[\n");
    comma = "";
    for (const Word& word : page.words) std::printf("%s%s", std::exchange(comma, ",\n"), word_json(word).c_str());
    std::printf("]}\n");
}

/// The words as they come, a new line where one stands lower or further left than the one before.
void show_text(const TextPage& page) {
    const Word* before = nullptr;
    for (const Word& word : page.words) {
        const bool same_line = before != nullptr && word.box.x0 >= before->box.x0 && word.box.y0 < before->box.y1 && word.box.y1 > before->box.y0;
        std::printf("%s%s", before == nullptr ? "" : (same_line ? " " : "\n"), word.text.c_str());
        if (!word.second_reading.empty()) std::printf("{%s}", word.second_reading.c_str());
        before = &word;
    }
    std::printf("\n\f\n");
}

bool show(const wire::Reply& reply, const DumpOptions& options) {
    if (const auto* failure = std::get_if<Failure>(&reply)) {
        std::fprintf(stderr, "planlezer-worker: pagina %d: %s: %s\n", failure->page, std::string(failure_kind_text(failure->kind)).c_str(),
                     failure->message.c_str());
        return false;
    }
    if (const auto* plan = std::get_if<PlanMap>(&reply)) dump_plan(*plan);
    if (const auto* page = std::get_if<TextPage>(&reply)) options.text ? show_text(*page) : show_json(*page);
    return true;
}

}  // namespace

int dump(const DumpOptions& options, OcrEngine& engine) {
    const int descriptor = open(options.file.c_str(), O_RDONLY | O_CLOEXEC);
    auto bytes = descriptor < 0 ? std::nullopt : FileBytes::map(descriptor);
    if (descriptor >= 0) close(descriptor);
    if (!bytes) {
        std::fprintf(stderr, "planlezer-worker: kan %s niet openen\n", options.file.c_str());
        return 4;
    }
    auto opened = open_document(std::move(*bytes), engine);
    if (const auto* failure = std::get_if<Failure>(&opened)) {
        show(*failure, options);
        return 4;
    }
    DocumentReader& document = *std::get<std::unique_ptr<DocumentReader>>(opened);
    const auto pages = static_cast<int>(document.info().pages);
    bool all_read = true;
    for (int number = std::max(1, options.page); number <= (options.page > 0 ? options.page : pages); ++number) {
        all_read = show(read_page(document, {static_cast<std::uint32_t>(number), options.force_ocr}), options) && all_read;
    }
    return all_read ? 0 : 4;
}

}  // namespace planlezer
