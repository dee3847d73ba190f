#include "pipeline/output/geopackage_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "pipeline/file_descriptor.hpp"
#include "pipeline/store/output_error.hpp"

namespace planlezer {

namespace {

/// What `work` throws of its own becomes an OutputError about this file.
template <typename Work>
void guarded(const std::filesystem::path& path, const Work& work) {
    try {
        work();
    } catch (const GeoPackageError& error) {
        throw OutputError(path, std::string(error.what()));
    }
}

/// The bytes are on the disk before the name is.
void flush_to_disk(const std::filesystem::path& path) {
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open() || fsync(file.get()) != 0) throw OutputError(path, errno);
}

}  // namespace

GeoPackageFile::GeoPackageFile(std::filesystem::path path)
    : path_(std::move(path)), temporary_(path_.parent_path() / ("." + path_.stem().native() + "-" + std::to_string(getpid()) + path_.extension().native())) {
    guarded(path_, [&] { package_ = std::make_unique<GeoPackage>(temporary_); });
}

GeoPackageFile::~GeoPackageFile() {
    package_.reset();
    std::error_code error;
    if (!temporary_.empty()) std::filesystem::remove(temporary_, error);
}

void GeoPackageFile::add(const PlanResult& result) {
    guarded(path_, [&] { package_->add(result); });
}

void GeoPackageFile::commit() {
    guarded(path_, [&] { package_->close(); });
    flush_to_disk(temporary_);
    if (rename(temporary_.c_str(), path_.c_str()) != 0) throw OutputError(path_, errno);
    temporary_.clear();
}

}  // namespace planlezer
