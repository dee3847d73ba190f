#include "pipeline/store/prune.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace planlezer {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours half_written{24};  // no entry takes that long to write
constexpr std::size_t digest_length = 64;

struct Entry {
    fs::path path;
    fs::file_time_type used;
    std::uint64_t bytes = 0;
};

bool is_hex(std::string_view text, std::size_t length) {
    return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Where the stores put their entries: pages/12/<digest>/<entry> and plans/12/<digest>.
bool is_place_of_entry(const fs::path& relative) {
    std::vector<std::string> parts;
    for (const fs::path& part : relative) parts.push_back(part.native());
    if (parts.size() < 3 || !is_hex(parts[1], 2) || !is_hex(parts[2].substr(0, digest_length), digest_length)) return false;
    if (parts[0] == "pages") return parts.size() == 4 && parts[2].size() == digest_length;
    return parts[0] == "plans" && parts.size() == 3;
}

bool is_temporary(const fs::path& path) { return path.filename().native().find(".tmp-") != std::string::npos; }

std::vector<Entry> entries_of(const fs::path& folder) {
    std::vector<Entry> entries;
    for (const char* part : {"pages", "plans"}) {
        std::error_code error;
        fs::recursive_directory_iterator place(folder / part, error);
        for (; !error && place != fs::recursive_directory_iterator(); place.increment(error)) {
            std::error_code gone;  // another run may have removed it since
            if (!place->is_regular_file(gone) || place->is_symlink(gone)) continue;
            if (!is_place_of_entry(place->path().lexically_relative(folder))) continue;
            const Entry entry{place->path(), place->last_write_time(gone), place->file_size(gone)};
            if (!gone) entries.push_back(entry);
        }
    }
    return entries;
}

bool remove(const Entry& entry) {
    std::error_code error;
    if (!fs::remove(entry.path, error)) return false;
    const fs::path home = entry.path.parent_path();
    if (is_hex(home.filename().native(), digest_length)) fs::remove(home, error);  // a document's own folder, when it is empty now
    return true;
}

}  // namespace

Pruned prune_store(const fs::path& folder, std::uint64_t most_bytes, fs::file_time_type spared_since) {
    std::vector<Entry> entries = entries_of(folder);
    std::ranges::sort(entries, {}, &Entry::used);
    std::uint64_t held = 0;
    for (const Entry& entry : entries) held += entry.bytes;
    Pruned pruned;
    const fs::file_time_type abandoned = fs::file_time_type::clock::now() - half_written;
    for (const Entry& entry : entries) {
        const bool goes = is_temporary(entry.path) ? entry.used < abandoned : held > most_bytes && entry.used < spared_since;
        if (!goes || !remove(entry)) continue;
        held -= entry.bytes;
        ++pruned.entries;
        pruned.bytes += entry.bytes;
    }
    return pruned;
}

}  // namespace planlezer
