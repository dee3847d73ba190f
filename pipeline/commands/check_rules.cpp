#include "pipeline/commands/check_rules.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/cli/installed.hpp"
#include "rules/norms/examples.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

namespace {

class CheckRulesCommand : public Command {
  public:
    [[nodiscard]] std::string name() const override { return "check-rules"; }
    [[nodiscard]] std::string description() const override { return "Controleert een regelboek en voert de voorbeelden erin uit"; }
    void setup(CLI::App& app) override {
        app.add_option("MAP", folder_, "Regelboek, of map met eigen regels (.toml) naast het meegeleverde")->required();
    }
    [[nodiscard]] ExitCode run() override { return run_check_rules(book_folders(folder_, installed_rule_book()), std::cout); }

  private:
    std::string folder_;
};

}  // namespace

std::vector<std::filesystem::path> book_folders(const std::filesystem::path& folder, const std::filesystem::path& installed) {
    std::error_code fault;
    if (!std::filesystem::is_directory(folder, fault)) throw UsageError(folder.string() + " is geen map.");
    if (std::filesystem::exists(folder / "boek.toml", fault)) return {folder};
    return {installed, folder};
}

ExitCode run_check_rules(const std::vector<std::filesystem::path>& folders, std::ostream& out) {
    const RuleBook book = load_rule_book(folders);
    const std::vector<ExampleFault> faults = run_examples(book);
    for (const ExampleFault& fault : faults) out << fault.file << ':' << fault.line << ": " << fault.message << '\n';
    out << "Regelboek versie " << book.version << ": " << book.norms.size() << " normen, " << book.examples.size() << " voorbeelden; ";
    if (faults.empty()) {
        out << "alle voorbeelden kloppen.\n";
        return ExitCode::clean;
    }
    out << faults.size() << " keer vond het iets anders dan een voorbeeld zegt.\n";
    return ExitCode::wrong_use;
}

std::unique_ptr<Command> make_check_rules_command() { return std::make_unique<CheckRulesCommand>(); }

}  // namespace planlezer
