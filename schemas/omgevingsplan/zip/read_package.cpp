#include "schemas/omgevingsplan/zip/read_package.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "schemas/omgevingsplan/zip/libzip.hpp"

namespace planlezer::omgevingsplan {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 16U;

/// What was read so far, with the sum that bounds it.
class Gathered {
  public:
    Gathered(ReadPackage& package, const ReadLimits& bounds) : limits(bounds), package_(package) {}

    const ReadLimits& limits;

    void unreadable(std::string code, std::string file, std::string message) {
        package_.readable = false;
        package_.findings.push_back({std::move(code), Severity::error, std::move(file), 0, "", std::move(message)});
    }
    void wrong(std::string code, std::string file, std::string message) {
        package_.findings.push_back({std::move(code), Severity::error, std::move(file), 0, "", std::move(message)});
    }
    /// False when the package may not grow by these.
    bool fits(std::uint64_t bytes) {
        total_ += bytes;
        return total_ <= limits.unpacked_bytes;
    }
    void keep(std::string name, std::string bytes) {
        const std::string shown = name;
        if (!package_.files.emplace(std::move(name), std::move(bytes)).second) {
            wrong("LVBB1042", shown, "De zip bevat deze bestandsnaam meer dan eens; geef elk bestand een eigen naam.");
        }
    }

  private:
    ReadPackage& package_;
    std::uint64_t total_ = 0;
};

enum class Outcome { whole, too_large, failed };

/// Reads to the end with `next(buffer)`, which gives the number of bytes, 0 at the end, negative at a fault. The bounds hold for
/// what comes, not for what was announced.
template <typename Next>
Outcome read_bounded(const Next& next, Gathered& gathered, std::string& bytes) {
    std::array<char, chunk_bytes> buffer{};
    for (;;) {
        const auto got = next(buffer);
        if (got < 0) return Outcome::failed;
        if (got == 0) return Outcome::whole;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > gathered.limits.file_bytes || !gathered.fits(static_cast<std::uint64_t>(got)))
            return Outcome::too_large;
    }
}

/// False when reading must stop.
bool keep_outcome(Outcome outcome, std::string name, std::string bytes, Gathered& gathered) {
    if (outcome == Outcome::whole) {
        gathered.keep(std::move(name), std::move(bytes));
        return true;
    }
    if (outcome == Outcome::failed) {
        gathered.unreadable("LVBB1001", name, "Dit bestand kan niet worden gelezen of is beschadigd; maak het pakket opnieuw.");
        return true;
    }
    if (bytes.size() > gathered.limits.file_bytes) {
        gathered.unreadable("LVBB1041", name, "Dit bestand is groter dan 100 MB; verdeel de inhoud over meer bestanden.");
        return true;
    }
    gathered.unreadable("LVBB1040", name, "De bestanden zijn samen groter dan 1 GB; verdeel de aanlevering.");
    return false;
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

bool read_file(const fs::path& path, Gathered& gathered) {
    const std::string name = path.filename().string();
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (file.number() < 0 || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
        gathered.unreadable(
            "LVBB1001", name,
            "Dit is geen leesbaar gewoon bestand; een pakket bevat alleen bestanden, geen mappen of koppelingen.");
        return true;
    }
    std::string bytes;
    const auto next = [&](std::array<char, chunk_bytes>& buffer) {
        ssize_t got = 0;
        do {
            got = read(file.number(), buffer.data(), buffer.size());
        } while (got < 0 && errno == EINTR);
        return got;
    };
    const Outcome outcome = read_bounded(next, gathered, bytes);
    return keep_outcome(outcome, name, std::move(bytes), gathered);
}

bool read_entry(zip_t* archive, zip_uint64_t index, Gathered& gathered) {
    zip_stat_t status;
    zip_stat_init(&status);
    // The name as it stands, so that nothing is recoded on the way.
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &status) != 0 || (status.valid & ZIP_STAT_NAME) == 0) {
        gathered.unreadable("LVBB1001", "", "De inhoudsopgave van de zip is beschadigd; maak de zip opnieuw.");
        return false;
    }
    const std::string name = std::string(status.name).substr(0, package_limits::name_bytes);
    if (name.ends_with('/')) {
        gathered.wrong("LVBB1004", name, "De zip bevat een map; zet alle bestanden plat in de zip.");
        return true;
    }
    const ZipFile file(zip_fopen_index(archive, index, 0));
    std::string bytes;
    const auto next = [&](std::array<char, chunk_bytes>& buffer) { return zip_fread(file.get(), buffer.data(), buffer.size()); };
    const Outcome outcome = file ? read_bounded(next, gathered, bytes) : Outcome::failed;
    return keep_outcome(outcome, name, std::move(bytes), gathered);
}

ReadPackage read_source(ZipSource source, const ReadLimits& limits) {
    ReadPackage package;
    Gathered gathered(package, limits);
    zip_error_t error;
    zip_error_init(&error);
    const ZipArchive archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr);
    if (!archive && zip_error_code_zip(&error) == ZIP_ER_EXISTS) {
        gathered.unreadable("LVBB1042", "", "De zip bevat een bestandsnaam meer dan eens; geef elk bestand een eigen naam.");
        return package;
    }
    if (!archive) {
        gathered.unreadable("LVBB1001", "", "Dit is geen geldige zip (" + zip_message(&error) + "); maak de zip opnieuw.");
        return package;
    }
    static_cast<void>(source.release());  // now the archive's
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count <= 0 || static_cast<std::uint64_t>(count) > limits.files) {
        gathered.unreadable("LVBB1001", "",
                            count <= 0 ? "De zip is leeg." : "De zip bevat meer dan 20.000 bestanden; voeg bestanden samen.");
        return package;
    }
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        if (!read_entry(archive.get(), index, gathered)) break;
    }
    return package;
}

}  // namespace

ReadPackage read_package_folder(const fs::path& folder, const ReadLimits& limits) {
    ReadPackage package;
    Gathered gathered(package, limits);
    std::error_code fault;
    std::vector<fs::path> paths;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
        paths.push_back(at->path());
        if (paths.size() > limits.files) break;
    }
    std::ranges::sort(paths);
    if (fault || paths.empty() || paths.size() > limits.files) {
        gathered.unreadable("LVBB1001", "",
                            fault           ? "De map kan niet worden gelezen."
                            : paths.empty() ? "De map is leeg."
                                            : "De map bevat meer dan 20.000 bestanden.");
        return package;
    }
    for (const fs::path& path : paths) {
        if (!read_file(path, gathered)) break;
    }
    return package;
}

ReadPackage read_package_zip(const fs::path& path, const ReadLimits& limits) {
    std::error_code fault;
    const std::uint64_t size = fs::file_size(path, fault);
    ReadPackage package;
    if (fault || size > limits.zip_bytes) {
        Gathered(package, limits)
            .unreadable(fault ? "LVBB1001" : "LVBB1040", "",
                        fault ? "De zip kan niet worden gelezen." : "De zip is groter dan 1 GB; verdeel de aanlevering.");
        return package;
    }
    zip_error_t error;
    zip_error_init(&error);
    return read_source(ZipSource(zip_source_file_create(path.c_str(), 0, -1, &error)), limits);
}

ReadPackage read_package_zip_bytes(std::string_view bytes, const ReadLimits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    return read_source(ZipSource(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error)), limits);
}

}  // namespace planlezer::omgevingsplan
