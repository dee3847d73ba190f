#include "pipeline/commands/validate.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "pipeline/cli/installed.hpp"
#include "schemas/omgevingsplan/zip/read_package.hpp"

namespace planlezer {

namespace fs = std::filesystem;
using omgevingsplan::Finding;
using omgevingsplan::PackageFiles;
using omgevingsplan::ReadPackage;
using omgevingsplan::Severity;

namespace {

class ValidateCommand : public Command {
  public:
    [[nodiscard]] std::string name() const override { return "validate"; }
    [[nodiscard]] std::string description() const override { return "Controleert aanleveringen voor het omgevingsplan"; }
    void setup(CLI::App& app) override {
        app.add_option("PAKKET", path_, "Map of zip van een aanlevering, map met aanleveringen, of uitvoermap van een run")
            ->required();
        app.add_option("--schemas", schemas_, "Map met de officiële schema's en hun catalog.xml")->type_name("MAP");
    }
    [[nodiscard]] ExitCode run() override {
        if (!schemas_.empty() && !fs::is_regular_file(fs::path(schemas_) / "catalog.xml")) {
            throw UsageError("in " + schemas_ + " staat geen catalog.xml.",
                             "Geef met --schemas de map met de officiële schema's op.");
        }
        return run_validate(find_packages(path_), {installed_profile(), schemas_}, std::cout, std::cerr);
    }

  private:
    std::string path_;
    std::string schemas_;
};

bool is_package_folder(const fs::path& folder) {
    std::error_code fault;
    return fs::is_regular_file(folder / "opdracht.xml", fault) || fs::is_regular_file(folder / "manifest.xml", fault);
}

bool is_zip(const fs::path& path) {
    std::error_code fault;
    return path.extension() == ".zip" && fs::is_regular_file(path, fault);
}

std::vector<FoundPackage> packages_below(const fs::path& folder) {
    std::map<std::string, FoundPackage> found;
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
        const fs::path& path = at->path();
        const bool zip = is_zip(path);
        if (!zip && !is_package_folder(path)) continue;
        const fs::path stem = zip ? path.parent_path() / path.stem() : path;
        FoundPackage& package = found.emplace(stem.string(), FoundPackage{stem.string(), {}, {}}).first->second;
        (zip ? package.zip : package.folder) = path;
    }
    std::vector<FoundPackage> packages;
    for (auto& [name, package] : found) packages.push_back(std::move(package));
    return packages;
}

/// What was found in all packages, counted as it is printed.
class Printed {
  public:
    Printed(std::ostream& out, std::ostream& notes) : out_(out), notes_(notes) {}

    void print(const std::string& package, const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            if (finding.severity == Severity::info) {
                if (told_.insert(finding.message).second) notes_ << "planlezer: " << finding.message << '\n';
                continue;
            }
            out_ << package << (finding.file.empty() ? ": " : "/") << omgevingsplan::finding_line(finding) << '\n';
            ++(finding.severity == Severity::error ? errors_ : warnings_);
            with_findings_.insert(package);
        }
    }
    void unreadable() { ++unreadable_; }

    ExitCode sum(std::size_t packages) {
        notes_ << "planlezer: " << packages << (packages == 1 ? " aanlevering" : " aanleveringen") << " gecontroleerd, "
               << with_findings_.size() << " met bevindingen: " << errors_ << (errors_ == 1 ? " fout, " : " fouten, ")
               << warnings_ << (warnings_ == 1 ? " waarschuwing" : " waarschuwingen");
        if (unreadable_ > 0) notes_ << "; " << unreadable_ << " onleesbaar";
        notes_ << ".\n";
        if (unreadable_ > 0) return ExitCode::unreadable;
        return errors_ + warnings_ > 0 ? ExitCode::review_needed : ExitCode::clean;
    }

  private:
    std::ostream& out_;
    std::ostream& notes_;
    std::set<std::string> told_;
    std::set<std::string> with_findings_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    std::size_t unreadable_ = 0;
};

void validate_read(const std::string& name, const ReadPackage& package, const omgevingsplan::ValidateOptions& options,
                   Printed& printed) {
    std::vector<Finding> findings = package.findings;
    if (package.readable) {
        const std::vector<Finding> more = omgevingsplan::validate(package.files, options);
        findings.insert(findings.end(), more.begin(), more.end());
    } else {
        printed.unreadable();
    }
    omgevingsplan::sort_findings(findings);
    printed.print(name, findings);
}

/// The names that the folder and the zip do not have alike.
std::string difference(const PackageFiles& folder, const PackageFiles& zip) {
    std::set<std::string> names;
    for (const auto& [name, bytes] : folder) names.insert(name);
    for (const auto& [name, bytes] : zip) names.insert(name);
    std::string text;
    for (const std::string& name : names) {
        const auto a = folder.find(name);
        const auto b = zip.find(name);
        if (a == folder.end() || b == zip.end() || a->second != b->second) text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

void validate_package(const FoundPackage& package, const omgevingsplan::ValidateOptions& options, Printed& printed) {
    if (package.folder.empty())
        return validate_read(package.name + ".zip", omgevingsplan::read_package_zip(package.zip), options, printed);
    const ReadPackage folder = omgevingsplan::read_package_folder(package.folder);
    validate_read(package.name, folder, options, printed);
    if (package.zip.empty()) return;
    ReadPackage zip = omgevingsplan::read_package_zip(package.zip);
    if (!folder.readable || !zip.readable || !zip.findings.empty())
        return validate_read(package.name + ".zip", zip, options, printed);
    const std::string differs = difference(folder.files, zip.files);
    if (differs.empty()) return;  // then all that was said of the folder holds for the zip
    zip.findings.push_back({"ZIP", Severity::error, "", 0, "",
                            "De zip is niet gelijk aan de map ernaast (" + differs + "); maak hem opnieuw uit de map."});
    validate_read(package.name + ".zip", zip, options, printed);
}

}  // namespace

std::vector<FoundPackage> find_packages(const fs::path& path) {
    std::error_code fault;
    const std::string name = path.string();
    if (fs::is_regular_file(path, fault)) return {{(path.parent_path() / path.stem()).string(), {}, path}};
    if (!fs::is_directory(path, fault)) throw UsageError(name + " bestaat niet.", "Geef een aanlevering op: een map of een zip.");
    if (is_package_folder(path)) return {{name, path, {}}};
    const bool results = fs::is_directory(path / "omgevingsplan", fault);
    std::vector<FoundPackage> packages = packages_below(results ? path / "omgevingsplan" : path);
    if (packages.empty())
        throw UsageError("in " + name + " staat geen aanlevering.",
                         "Een aanlevering is een map met opdracht.xml en manifest.xml, of een zip daarvan.");
    return packages;
}

ExitCode run_validate(const std::vector<FoundPackage>& packages, const omgevingsplan::ValidateOptions& options, std::ostream& out,
                      std::ostream& notes) {
    Printed printed(out, notes);
    for (const FoundPackage& package : packages) validate_package(package, options, printed);
    return printed.sum(packages.size());
}

std::unique_ptr<Command> make_validate_command() { return std::make_unique<ValidateCommand>(); }

}  // namespace planlezer
