// planlezer-worker: reads documents that nobody trusts, for a main that does not trust it.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "extractors/image/leptonica.hpp"
#include "extractors/ocr/engine.hpp"
#include "extractors/pdf/pdf_document.hpp"
#include "extractors/worker/channel.hpp"
#include "extractors/worker/dump.hpp"
#include "extractors/worker/map_dump.hpp"
#include "extractors/worker/sandbox.hpp"
#include "extractors/worker/serve.hpp"

namespace {

constexpr int socket_descriptor = 3;
constexpr const char* usage =
    "planlezer-worker: leest de pagina's van een document; wordt door planlezer gestart.\n"
    "\n"
    "  planlezer-worker                       beantwoordt verzoeken op descriptor 3 (een unix-socket)\n"
    "  planlezer-worker --dump BESTAND [PAGINA]  toont wat er gelezen wordt, als JSON, een object per pagina\n"
    "  planlezer-worker --map BESTAND [PAGINA]   toont de plankaart die erop staat, als JSON, een object per pagina\n"
    "\n"
    "  --tessdata MAP   map met nld.traineddata en osd.traineddata (anders die van het systeem)\n"
    "  --ocr            bij --dump: lees het beeld, ook als er een tekstlaag is\n"
    "  --text           bij --dump: alleen de woorden; tussen accolades een tweede lezing die verschilt\n"
    "  --version        toont de versie\n"
    "  -h, --help       toont deze tekst\n";

struct Options {
    std::string tessdata;
    planlezer::DumpOptions dump;
    bool map = false;  ///< --map rather than --dump
    bool show_help = false;
    bool show_version = false;
};

std::optional<Options> parse(std::span<char* const> arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const bool more = i + 1 < arguments.size();
        if (argument == "-h" || argument == "--help") {
            options.show_help = true;
        } else if (argument == "--version") {
            options.show_version = true;
        } else if (argument == "--ocr") {
            options.dump.force_ocr = true;
        } else if (argument == "--text") {
            options.dump.text = true;
        } else if (argument == "--tessdata" && more) {
            options.tessdata = arguments[++i];
        } else if ((argument == "--dump" || argument == "--map") && more) {
            options.map = argument == "--map";
            options.dump.file = arguments[++i];
        } else if (!options.dump.file.empty() && options.dump.page == 0) {
            const auto read = std::from_chars(argument.data(), argument.data() + argument.size(), options.dump.page);
            if (read.ec != std::errc() || read.ptr != argument.data() + argument.size() || options.dump.page < 1) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

bool is_socket(int descriptor) {
    int type = 0;
    socklen_t size = sizeof(type);
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM;
}

void quiet_libraries() {
    setMsgSeverity(L_SEVERITY_NONE);
    // More threads make Tesseract slower, and main starts a worker for every core.
    const char* threads = std::getenv("OMP_THREAD_LIMIT");
    if (threads == nullptr || std::strcmp(threads, "1") != 0) {
        std::fputs("planlezer-worker: OMP_THREAD_LIMIT is niet 1; lezen gaat trager dan nodig\n", stderr);
    }
}

int run(const Options& options) {
    quiet_libraries();
    planlezer::OcrEngine engine(options.tessdata);
    planlezer::PdfDocument::initialise();
    if (options.map) return planlezer::dump_map(options.dump.file, options.dump.page, engine);
    if (!options.dump.file.empty()) return planlezer::dump(options.dump, engine);
    if (!is_socket(socket_descriptor)) {
        std::fputs("planlezer-worker: descriptor 3 is geen socket; dit programma wordt door planlezer gestart (zie --help)\n", stderr);
        return 2;
    }
    planlezer::enter_sandbox(options.tessdata);
    planlezer::Channel channel(socket_descriptor);
    return planlezer::serve(channel, engine);
}

}  // namespace

#ifdef __SANITIZE_ADDRESS__
/// The search for leaks at exit needs rights that the sandbox takes away.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

int main(int argc, char** argv) {
    const auto options = parse({argv, static_cast<std::size_t>(argc)});
    if (!options) {
        std::fprintf(stderr, "%s", usage);
        return 2;
    }
    if (options->show_help) {
        std::fputs(usage, stdout);
        return 0;
    }
    if (options->show_version) {
        std::puts("planlezer-worker " PLANLEZER_VERSION);
        return 0;
    }
    try {
        return run(*options);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "planlezer-worker: %s\n", fault.what());
        return 1;
    }
}
