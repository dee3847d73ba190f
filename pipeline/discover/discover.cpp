#include "pipeline/discover/discover.hpp"

#include <fcntl.h>
#include <oneapi/tbb/parallel_for.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <set>

#include "pipeline/discover/file_type.hpp"
#include "pipeline/discover/sha256.hpp"
#include "pipeline/discover/unique_names.hpp"
#include "pipeline/file_descriptor.hpp"
#include "pipeline/system_error.hpp"
#include "schemas/model/imro_name.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t max_file_bytes = std::uint64_t{8} << 30U;

Failure unreadable(const std::string& why) {
    return {0, FailureKind::unreadable, "Het bestand kan niet worden geopend (" + why + "). Controleer de rechten en het pad."};
}

FileStamp stamp_of(const struct stat& status) {
    return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
            std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

/// Never waits (a named pipe) and never becomes a controlling terminal.
FileDescriptor open_quietly(const fs::path& path) {
    return FileDescriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
}

/// One way to a document: a file may be reached by several.
struct Found {
    fs::path canonical;
    NameInput name;
    std::optional<Failure> failure;
};

/// Walks one input folder: real folders first, then those behind symbolic links that were not seen yet, so that
/// the way in which a file is reached depends on the tree only.
class FolderWalk {
  public:
    FolderWalk(const fs::path& root, const fs::path& left_out, std::vector<Found>& found, std::set<fs::path>& others)
        : root_(root), left_out_(left_out), found_(found), others_(others) {
        waiting_.emplace(std::string{}, root);
        while (!waiting_.empty()) {
            const auto next = waiting_.begin();
            const std::string relative = next->first;
            const fs::path folder = next->second;
            waiting_.erase(next);
            walk(folder, relative);
        }
    }

  private:
    void walk(const fs::path& folder, const std::string& relative) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (!error && ((!left_out_.empty() && real == left_out_) || !seen_.insert(real).second)) return;
        std::vector<fs::directory_entry> entries;
        fs::directory_iterator entry(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(*entry);
        if (error) add_failure(folder, relative, "de map kan niet worden gelezen: " + system_error_text(error.value()));
        std::ranges::sort(entries, {}, [](const fs::directory_entry& e) { return e.path().filename().native(); });
        for (const fs::directory_entry& item : entries) look_at(item, relative);
    }

    void look_at(const fs::directory_entry& item, const std::string& folder_name) {
        const std::string own = item.path().filename().native();
        if (own.starts_with('.')) return;
        const std::string relative = folder_name.empty() ? own : folder_name + "/" + own;
        std::error_code error;
        if (item.is_directory(error)) {
            if (item.is_symlink(error)) {
                waiting_.emplace(relative, item.path());
            } else {
                walk(item.path(), relative);
            }
            return;
        }
        look_at_file(item.path(), relative);
    }

    void look_at_file(const fs::path& path, const std::string& relative) {
        const std::string own = path.filename().native();
        const FileDescriptor file = open_quietly(path);
        if (!file.open()) {
            // Whether it is a document cannot be seen; a file that may not be read is worse left out than named.
            const int error = errno;
            if (error != ENXIO) add_failure(path, relative, system_error_text(error));
            return;
        }
        struct stat status {};
        if (fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return;
        std::array<char, sniff_bytes> first{};
        const ssize_t got = pread(file.get(), first.data(), first.size(), 0);
        const std::string_view bytes(first.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        std::error_code error;
        const fs::path real = fs::canonical(path, error);
        if (error) return add_failure(path, relative, system_error_text(error.value()));
        if (looks_like_document(bytes) || named_like_document(own)) {
            found_.push_back({real, {root_, relative}, std::nullopt});
        } else if (find_imro_name(own)) {
            others_.insert(real);
        }
    }

    void add_failure(const fs::path& path, const std::string& relative, const std::string& why) {
        std::error_code error;
        fs::path real = fs::weakly_canonical(path, error);
        if (error) real = fs::absolute(path, error);
        found_.push_back({real, {root_, relative.empty() ? root_.filename().native() : relative}, unreadable(why)});
    }

    fs::path root_;
    fs::path left_out_;
    std::vector<Found>& found_;
    std::set<fs::path>& others_;
    std::set<fs::path> seen_;
    std::map<std::string, fs::path> waiting_;  ///< folders behind symbolic links, by relative name
};

void look_at_named(const fs::path& named, const fs::path& left_out, std::vector<Found>& found, std::set<fs::path>& others) {
    std::error_code error;
    const fs::path real = fs::canonical(named, error);
    if (error) {
        std::error_code ignored;
        const fs::path absolute = fs::absolute(named, ignored).lexically_normal();
        found.push_back({absolute, {absolute.parent_path(), named.filename().native()}, unreadable(system_error_text(error.value()))});
        return;
    }
    if (fs::is_directory(real, error)) {
        FolderWalk(real, left_out, found, others);
        return;
    }
    // The name the user gave counts, also for a symbolic link.
    const fs::path folder = fs::canonical(fs::absolute(named, error).parent_path(), error);
    found.push_back({real, {folder, named.filename().native()}, std::nullopt});
}

/// A file reached by several ways keeps the longest name: the one that tells most about where it lies.
std::vector<Found> one_way_each(std::vector<Found> found) {
    const auto better = [](const Found& a, const Found& b) {
        const auto parts = [](const Found& f) { return std::ranges::count(f.name.relative, '/'); };
        if (a.canonical != b.canonical) return a.canonical < b.canonical;
        if (parts(a) != parts(b)) return parts(a) > parts(b);
        if (a.name.relative != b.name.relative) return a.name.relative < b.name.relative;
        return a.name.root < b.name.root;
    };
    std::ranges::sort(found, better);
    const auto rest = std::ranges::unique(found, {}, &Found::canonical);
    found.erase(rest.begin(), rest.end());
    return found;
}

void hash(InputFile& file) {
    const FileDescriptor opened = open_quietly(file.path);
    if (!opened.open()) {
        file.failure = unreadable(system_error_text(errno));
        return;
    }
    struct stat status {};
    if (fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        file.failure = {0, FailureKind::unsupported, "Dit is geen gewoon bestand. Geef een document of een map op."};
        return;
    }
    file.stamp = stamp_of(status);
    if (file.stamp.bytes > max_file_bytes) {
        file.failure = {0, FailureKind::limit_exceeded, "Het bestand is groter dan 8 GB. Splits het document."};
        return;
    }
    if (const auto digest = sha256_of_descriptor(opened.get())) {
        file.sha256 = *digest;
    } else {
        file.failure = unreadable("lezen mislukt");
    }
}

}  // namespace

Inputs discover(const std::vector<fs::path>& named, const fs::path& left_out) {
    std::vector<Found> found;
    std::set<fs::path> others;
    for (const fs::path& path : named) look_at_named(path, left_out, found, others);
    found = one_way_each(std::move(found));

    std::vector<NameInput> name_inputs;
    for (const Found& item : found) name_inputs.push_back(item.name);
    const std::vector<std::string> names = unique_names(name_inputs);

    Inputs inputs;
    for (std::size_t i = 0; i < found.size(); ++i) {
        inputs.files.push_back({found[i].canonical, names[i], found[i].canonical.parent_path().native(), {}, {}, found[i].failure});
        others.erase(found[i].canonical);
    }
    std::ranges::sort(inputs.files, {}, &InputFile::name);
    inputs.others.assign(others.begin(), others.end());
    tbb::parallel_for(std::size_t{0}, inputs.files.size(), [&](std::size_t i) {
        if (!inputs.files[i].failure) hash(inputs.files[i]);
    });
    return inputs;
}

FileDescriptor open_input(const InputFile& file) {
    FileDescriptor opened = open_quietly(file.path);
    struct stat status {};
    if (opened.open() && (fstat(opened.get(), &status) != 0 || stamp_of(status) != file.stamp)) opened.reset();
    return opened;
}

}  // namespace planlezer
