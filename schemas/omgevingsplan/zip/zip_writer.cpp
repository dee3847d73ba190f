#include "schemas/omgevingsplan/zip/zip_writer.hpp"

#include <system_error>
#include <vector>

#include "schemas/omgevingsplan/zip/libzip.hpp"

namespace planlezer::omgevingsplan {

namespace {

// MS-DOS form: years since 1980, month, day. Given as such, since libzip would turn a Unix time into the zone of the machine.
constexpr zip_uint16_t dos_date = (20U << 9U) | (1U << 5U) | 1U;
constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint32_t deflate_level = 6;

void add(zip_t* archive, const std::string& name, const std::string& bytes) {
    if (!is_file_name(name)) throw ZipError("de naam '" + name + "' mag niet in de zip van een aanlevering");
    ZipSource source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
    const zip_int64_t index = source ? zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) throw ZipError("'" + name + "' kan niet in de zip: " + zip_strerror(archive));
    static_cast<void>(source.release());  // now the archive's
    const auto entry = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, deflate_level) != 0 ||
        zip_file_set_dostime(archive, entry, dos_time, dos_date, 0) != 0 ||
        zip_file_set_external_attributes(archive, entry, 0, ZIP_OPSYS_DOS, 0) != 0) {
        throw ZipError("'" + name + "' kan niet in de zip: " + zip_strerror(archive));
    }
}

void write_all(ZipArchive archive, const PackageFiles& files) {
    for (const auto& [name, bytes] : files) add(archive.get(), name, bytes);
    if (zip_close(archive.get()) != 0)
        throw ZipError(std::string("de zip kan niet worden geschreven: ") + zip_strerror(archive.get()));
    static_cast<void>(archive.release());  // closed, so freed
}

void check_size(std::uint64_t bytes) {
    if (bytes > package_limits::zip_bytes) throw ZipError("de zip is groter dan 1 GB, meer dan de LVBB aanneemt (LVBB1040)");
}

}  // namespace

std::string zip_bytes(const PackageFiles& files) {
    if (files.empty()) throw ZipError("een aanlevering zonder bestanden kan geen zip worden");
    zip_error_t error;
    zip_error_init(&error);
    const ZipSource source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source) throw ZipError("de zip kan niet worden gemaakt: " + zip_message(&error));
    ZipArchive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive) throw ZipError("de zip kan niet worden gemaakt: " + zip_message(&error));
    zip_source_keep(source.get());  // the archive takes one, and what it wrote is read from the other
    write_all(std::move(archive), files);

    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_source_open(source.get()) != 0 || zip_source_stat(source.get(), &status) != 0)
        throw ZipError("de zip kan niet worden gelezen");
    check_size(status.size);
    std::string bytes(status.size, '\0');
    const zip_int64_t got = zip_source_read(source.get(), bytes.data(), bytes.size());
    zip_source_close(source.get());
    if (got < 0 || static_cast<zip_uint64_t>(got) != bytes.size()) throw ZipError("de zip kan niet worden gelezen");
    return bytes;
}

void write_zip(const PackageFiles& files, const std::filesystem::path& path) {
    if (files.empty()) throw ZipError("een aanlevering zonder bestanden kan geen zip worden");
    int code = 0;
    ZipArchive archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive) throw ZipError("de zip " + path.string() + " kan niet worden geschreven");
    write_all(std::move(archive), files);
    std::error_code fault;
    const std::uint64_t size = std::filesystem::file_size(path, fault);
    if (!fault && size <= package_limits::zip_bytes) return;
    std::filesystem::remove(path, fault);
    check_size(size);
    throw ZipError("de zip " + path.string() + " kan niet worden geschreven");
}

}  // namespace planlezer::omgevingsplan
