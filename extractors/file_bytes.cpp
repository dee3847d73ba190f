#include "extractors/file_bytes.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include "extractors/limits.hpp"

namespace planlezer {

std::optional<FileBytes> FileBytes::map(int descriptor) {
    struct stat status {};
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0) return std::nullopt;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limits::file_bytes) return std::nullopt;
    if (size == 0) return FileBytes({});
    void* address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address == MAP_FAILED) return std::nullopt;  // NOLINT: the system's macro is a C cast
    return FileBytes({static_cast<std::byte*>(address), size});
}

FileBytes::~FileBytes() {
    if (!bytes_.empty()) munmap(bytes_.data(), bytes_.size());
}

const unsigned char* FileBytes::data() const {
    return reinterpret_cast<const unsigned char*>(bytes_.data());  // bytes as the C libraries want them
}

}  // namespace planlezer
