#include "pipeline/commands/eval.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "pipeline/evaluate/map_report.hpp"
#include "pipeline/evaluate/report.hpp"

namespace planlezer {

namespace {

class EvalCommand : public Command {
  public:
    [[nodiscard]] std::string name() const override { return "eval"; }
    [[nodiscard]] std::string description() const override {
        return "Meet uitkomsten aan een lezing door een mens: gevonden, juist, fout zonder vlag";
    }
    void setup(CLI::App& app) override { add_eval_options(app, options_); }
    [[nodiscard]] ExitCode run() override {
        run_eval(options_, std::cout);
        return ExitCode::clean;
    }

  private:
    EvalOptions options_;
};

void write_figures(const std::string& path, const std::string& text) {
    if (path.empty()) return;
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) throw evaluate::EvaluateError(path + ": niet te schrijven");
}

void evaluate_maps(const EvalOptions& options, std::ostream& out) {
    const std::vector<evaluate::MapGold> gold = evaluate::load_map_gold(options.gold);
    evaluate::MapScore score = evaluate::score_maps(evaluate::load_results(options.results), gold);
    if (options.present_only && !score.absent.empty()) {
        std::vector<evaluate::MapGold> present;
        std::ranges::copy_if(gold, std::back_inserter(present), [&](const evaluate::MapGold& sheet) {
            return std::ranges::find(score.absent, sheet.name) == score.absent.end();
        });
        score = evaluate::score_maps(evaluate::load_results(options.results), present);
    }
    if (score.absent.size() == gold.size() || score.sheets == 0) {
        throw evaluate::EvaluateError("geen enkel resultaat hoort bij een goudbestand; vergelijk de namen");
    }
    print_map_score(out, score);
    if (options.list) print_map_faults(out, score);
    write_figures(options.json, map_score_json(score));
}

void evaluate_all(const EvalOptions& options, std::ostream& out) {
    const std::vector<evaluate::GoldFile> gold = evaluate::load_gold(options.gold);
    const std::vector<PlanResult> results = evaluate::load_results(options.results);
    evaluate::Trials side_by_side = evaluate::lay_side_by_side(results, gold);
    std::vector<evaluate::Trial>& trials = side_by_side.trials;
    if (options.present_only) std::erase_if(trials, [](const evaluate::Trial& trial) { return !trial.present; });
    if (trials.empty()) throw evaluate::EvaluateError("geen enkel resultaat hoort bij een goudbestand; vergelijk de namen");
    std::vector<evaluate::Matches> matches;
    for (const evaluate::Trial& trial : trials) matches.push_back(evaluate::match(trial));

    const evaluate::Score score = evaluate::score(trials, matches);
    print_score(out, score);
    if (!side_by_side.without_gold.empty()) out << side_by_side.without_gold.size() << " resultaten zonder goud tellen niet mee\n";
    if (options.list) print_faults(out, trials, matches);
    write_figures(options.json, score_json(score));
}

}  // namespace

void add_eval_options(CLI::App& app, EvalOptions& options) {
    app.add_option("RESULTS", options.results, "Map met uitkomsten van een verwerking")->required();
    app.add_option("GOLD", options.gold, "Map met goudbestanden (*.json)")->required();
    app.add_flag("--map", options.map, "Het goud is van kaartbladen: waarden met het vlak waarvoor ze gelden");
    app.add_flag("--list", options.list, "Toon elke gemiste norm, elke fout zonder vlag en elk ander onderwerp");
    app.add_flag("--present-only", options.present_only, "Laat goud zonder resultaat buiten beschouwing");
    app.add_option("--json", options.json, "Schrijf de cijfers ook naar dit bestand");
}

void run_eval(const EvalOptions& options, std::ostream& out) {
    try {
        options.map ? evaluate_maps(options, out) : evaluate_all(options, out);
    } catch (const evaluate::EvaluateError& fault) {
        throw UsageError(std::string(fault.what()) + ".");
    }
}

std::unique_ptr<Command> make_eval_command() { return std::make_unique<EvalCommand>(); }

}  // namespace planlezer
