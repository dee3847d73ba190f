#include "tests/schemas/omgevingsplan/example_package.hpp"

#include <regex>

#include "schemas/omgevingsplan/zip/read_package.hpp"
#include "schemas/omgevingsplan/zip/sha512.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

/// Takes `<bestand>...name...</bestand>` out, or the Bestand of a manifest-ow.
void drop_line(std::string& manifest, const std::string& element, const std::string& name) {
    const std::size_t at = manifest.find(">" + name + "<");
    if (at == std::string::npos) return;
    const std::size_t start = manifest.rfind("<" + element + ">", at);
    const std::string end = "</" + element + ">";
    manifest.erase(start, manifest.find(end, at) + end.size() - start);
}

}  // namespace

std::filesystem::path standards_folder() { return std::filesystem::path(PLANLEZER_SHARED) / "standards"; }

std::optional<PackageFiles> example_package(char letter) {
    const char* const name = letter == 'a'   ? "a-initieel-stop1.3.0"
                             : letter == 'b' ? "b-wijziging-stop1.3.0"
                                             : "c-wijziging-stop1.4-imow3.1";
    const std::filesystem::path folder = standards_folder() / "examples" / "minimal-handmade" / name;
    if (!std::filesystem::is_directory(folder)) return std::nullopt;
    return read_package_folder(folder).files;
}

Edited& Edited::replace(const std::string& file, const std::string& from, const std::string& to) {
    std::string& text = files[file];
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
        trouble += "'" + from + "' does not stand once in " + file + "\n";
        return *this;
    }
    text.replace(at, from.size(), to);
    return *this;
}

Edited& Edited::replace_all(const std::string& file, const std::string& from, const std::string& to) {
    std::string& text = files[file];
    std::size_t at = text.find(from);
    if (at == std::string::npos) trouble += "'" + from + "' does not stand in " + file + "\n";
    for (; at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return *this;
}

Edited& Edited::drop(const std::string& file) {
    if (files.erase(file) == 0) trouble += file + " is not there\n";
    drop_line(files["manifest.xml"], "bestand", file);
    drop_line(files["manifest-ow.xml"], "Bestand", file);
    return *this;
}

Edited& Edited::rehash() {
    for (auto& [name, text] : files) {
        std::smatch found;
        if (!std::regex_search(text, found, std::regex("<bestandsnaam>([^<]*)</bestandsnaam>\\s*<hash>([0-9a-f]*)</hash>")))
            continue;
        const auto target = files.find(found[1].str());
        if (target != files.end())
            text.replace(static_cast<std::size_t>(found.position(2)), found[2].str().size(), sha512_hex(target->second));
    }
    return *this;
}

std::set<std::string> codes(const std::vector<Finding>& findings) {
    std::set<std::string> found;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::info) found.insert(finding.code);
    }
    return found;
}

std::string lines(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) text += finding_line(finding) + "\n";
    return text;
}

}  // namespace planlezer::omgevingsplan::testing
