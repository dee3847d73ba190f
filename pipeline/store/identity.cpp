#include "pipeline/store/identity.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "pipeline/cli/command.hpp"
#include "pipeline/discover/sha256.hpp"
#include "pipeline/file_descriptor.hpp"
#include "pipeline/version.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

std::string file_hash(const fs::path& path) {
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return file.open() ? sha256_of_descriptor(file.get()).value_or("") : "";
}

/// Where Tesseract looks: the folder the environment names, else that of Debian's package.
fs::path model_folder() {
    if (const char* named = std::getenv("TESSDATA_PREFIX")) return named;
    return "/usr/share/tesseract-ocr/5/tessdata";
}

}  // namespace

std::string worker_identity(const fs::path& worker) {
    const std::string program = file_hash(worker);
    if (program.empty()) {
        throw UsageError("Het leesprogramma planlezer-worker is niet te vinden: " + worker.native(),
                         "Installeer planlezer opnieuw, of wijs het aan met --worker.");
    }
    std::string parts = program;
    for (const char* model : {"nld.traineddata", "osd.traineddata"}) parts += " " + file_hash(model_folder() / model);
    return sha256_of_text(parts);
}

std::string program_identity() { return sha256_of_text(std::string(program_version) + " " + file_hash("/proc/self/exe")); }

}  // namespace planlezer
