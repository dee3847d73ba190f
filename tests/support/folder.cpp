#include "tests/support/folder.hpp"

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace planlezer::test {

namespace fs = std::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "planlezer-test-XXXXXX").native();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = fs::canonical(pattern);
}

Folder::~Folder() {
    std::error_code error;
    fs::remove_all(root_, error);
}

fs::path Folder::write(std::string_view relative, std::string_view content) const {
    const fs::path target = root_ / relative;
    fs::create_directories(target.parent_path());
    std::ofstream(target, std::ios::binary) << content;
    return target;
}

fs::path Folder::document(std::string_view relative, std::string_view script) const {
    return write(relative, "%PDF-fake\n" + std::string(script));
}

std::string read_text(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace planlezer::test
