#include "pipeline/store/atomic_file.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "pipeline/store/output_error.hpp"

namespace planlezer {

namespace {

constexpr std::size_t flush_above_bytes = std::size_t{1} << 18U;

/// Can only be asked by setting it: once, before there are threads that make files.
mode_t process_umask() {
    static const mode_t mask = [] {
        const mode_t present = umask(0);
        umask(present);
        return present;
    }();
    return mask;
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)) {
    std::string pattern = path_.native() + ".tmp-XXXXXX";
    file_ = FileDescriptor(mkostemp(pattern.data(), O_CLOEXEC));
    if (!file_.open()) fail(errno);
    temporary_ = pattern;
    // mkostemp gives 0600; the result is to be readable as far as the user's umask allows.
    if (fchmod(file_.get(), 0666U & ~process_umask()) != 0) fail(errno);
}

AtomicFile::~AtomicFile() {
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

void AtomicFile::fail(int error) const { throw OutputError(path_, error); }

void AtomicFile::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= flush_above_bytes) flush();
}

void AtomicFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(file_.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void AtomicFile::commit() {
    flush();
    if (fsync(file_.get()) != 0) fail(errno);
    if (close(file_.release()) != 0) fail(errno);  // a full network disk may tell only now
    if (rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
    temporary_.clear();
}

void write_file_atomically(const std::filesystem::path& path, std::string_view text) {
    AtomicFile file(path);
    file.write(text);
    file.commit();
}

}  // namespace planlezer
