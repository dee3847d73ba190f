#include "pipeline/commands/explain.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>

#include "pipeline/cli/installed.hpp"
#include "pipeline/evaluate/results.hpp"
#include "pipeline/explain/explanation.hpp"

namespace planlezer {

namespace {

class ExplainCommand : public Command {
  public:
    [[nodiscard]] std::string name() const override { return "explain"; }
    [[nodiscard]] std::string description() const override { return "Legt uit waarom een norm in de uitkomsten staat"; }
    void setup(CLI::App& app) override { add_explain_options(app, options_); }
    [[nodiscard]] ExitCode run() override {
        std::vector<std::filesystem::path> folders{installed_rule_book()};
        if (!options_.rules.empty()) folders.emplace_back(options_.rules);
        run_explain(options_, load_rule_book(folders), std::cout);
        return ExitCode::clean;
    }

  private:
    ExplainOptions options_;
};

PlanResult result_of(const std::string& path) {
    std::error_code fault;
    if (!std::filesystem::is_directory(path, fault)) return evaluate::load_result(path);
    const std::vector<std::filesystem::path> files = evaluate::result_files(path);
    if (files.size() > 1) {
        throw UsageError(path + " bevat de uitkomsten van " + std::to_string(files.size()) + " plannen.",
                         "Noem er een, bijvoorbeeld " + files.front().string() + ".");
    }
    return evaluate::load_result(files.front());
}

/// Index of "n0004" or "4" in a plan of `count` norms.
std::size_t norm_index(const std::string& text, std::size_t count) {
    const std::size_t skip = text.starts_with('n') ? 1 : 0;
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + skip, end, number);
    if (error != std::errc() || stop != end || number == 0 || number > count) {
        const std::string range = count == 0 ? "Dit plan heeft geen normen." : "Dit plan heeft n0001 tot en met " + norm_id(count - 1) + ".";
        throw UsageError("norm " + text + " bestaat niet.", range);
    }
    return number - 1;
}

}  // namespace

void add_explain_options(CLI::App& app, ExplainOptions& options) {
    app.add_option("UITKOMST", options.result, "Bestand plans/<plan>.json, of de map met uitkomsten als die een plan bevat")->required();
    app.add_option("NORM", options.norm, "Nummer van de norm: n0004 of 4")->required();
    app.add_option("--rules", options.rules, "Map met eigen regels (.toml), zoals bij run opgegeven")->type_name("MAP");
}

void run_explain(const ExplainOptions& options, const RuleBook& book, std::ostream& out) {
    try {
        const PlanResult result = result_of(options.result);
        out << explanation(result, norm_index(options.norm, result.norms.size()), &book);
    } catch (const evaluate::EvaluateError& fault) {
        throw UsageError(std::string(fault.what()) + ".");
    }
}

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace planlezer
