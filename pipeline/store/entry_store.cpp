#include "pipeline/store/entry_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "pipeline/discover/sha256.hpp"
#include "pipeline/file_descriptor.hpp"
#include "pipeline/store/atomic_file.hpp"
#include "pipeline/store/output_error.hpp"

namespace planlezer {

namespace {

constexpr std::string_view magic = "planlezer-store/1 ";
constexpr std::size_t digest_length = 64;
constexpr std::size_t head_length = magic.size() + digest_length + 1;
constexpr off_t max_entry_bytes = off_t{256} << 20U;

std::optional<std::string> read_whole(const std::filesystem::path& path) {
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file.open() || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > max_entry_bytes) return std::nullopt;
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t have = 0;
    while (have < text.size()) {
        const ssize_t got = read(file.get(), text.data() + have, text.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        have += static_cast<std::size_t>(got);
    }
    futimens(file.get(), nullptr);  // used now: what is longest unused goes first (see prune_store)
    return text;
}

bool write(const std::filesystem::path& path, std::string_view content) {
    try {
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        AtomicFile file(path);
        file.write(std::string(magic) + sha256_of_text(content) + "\n");
        file.write(content);
        file.commit();
        return true;
    } catch (const OutputError&) {
        return false;
    }
}

}  // namespace

std::optional<std::string> EntryStore::find(const std::string& key) const {
    std::optional<std::string> text = read_whole(folder_ / key);
    if (!text || text->size() < head_length || !text->starts_with(magic) || (*text)[head_length - 1] != '\n') return std::nullopt;
    const std::string_view content = std::string_view(*text).substr(head_length);
    if (std::string_view(*text).substr(magic.size(), digest_length) != sha256_of_text(content)) return std::nullopt;
    text->erase(0, head_length);
    return text;
}

bool EntryStore::keep(const std::string& key, std::string_view content) {
    if (broken_) return false;
    // Another run may tidy up the folder between its making and its use: hence twice.
    broken_ = !write(folder_ / key, content) && !write(folder_ / key, content);
    return !broken_;
}

}  // namespace planlezer
