#include "pipeline/commands/run.hpp"

#include <signal.h>

#include <CLI/CLI.hpp>
#include <charconv>

#include "pipeline/run/run_batch.hpp"

namespace planlezer {

namespace {

/// A whole number from 1; the fault is in Dutch.
CLI::Validator number_up_to(int most) {
    return {[most](const std::string& text) {
                int number = 0;
                const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
                const bool good = error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= most;
                return good ? std::string() : "\"" + text + "\" is geen getal van 1 tot " + std::to_string(most);
            },
            ""};
}

class RunCommand : public Command {
  public:
    [[nodiscard]] std::string name() const override { return "run"; }
    [[nodiscard]] std::string description() const override { return "Leest plannen en schrijft de normen die erin staan"; }

    void setup(CLI::App& app) override {
        app.add_option("INVOER", options_.inputs,
                       "Bestanden en mappen met plannen: PDF, TIFF, PNG, JPEG, JPEG 2000, BMP, WebP, IMRO GML; mappen met alles wat eronder ligt")
            ->type_name("")
            ->required();
        app.add_option("-o,--output", options_.output, "Map voor de uitkomsten")->type_name("MAP")->capture_default_str();
        app.add_option("-j,--jobs", options_.jobs, "Aantal leesprocessen tegelijk (anders: een per processorkern)")
            ->type_name("N")
            ->check(number_up_to(max_jobs));
        app.add_option("--rules", options_.rules,
                       "Map met eigen regels (.toml), naast het meegeleverde regelboek; een bestand met dezelfde naam vervangt het meegeleverde")
            ->type_name("MAP");
        app.add_option("--settings", options_.settings,
                       "Instellingen voor de pakketten voor het omgevingsplan (.toml): gemeente, regeling, data; zonder gelden die van de verzonnen gm9920")
            ->type_name("BESTAND");
        auto* resume = app.add_flag("--resume", options_.resume,
                                    "Neemt plannen die een eerdere keer klaar kwamen over, zolang hun bestanden, de regels en het programma "
                                    "gelijk bleven. Ook zonder --resume wordt een pagina die al gelezen is niet opnieuw gelezen");
        app.add_option("--cache", options_.cache, "Map voor gelezen pagina's, ook voor gebruik door latere verwerkingen (anders: .cache in de uitkomsten)")
            ->type_name("MAP");
        app.add_flag("--no-cache", options_.no_cache, "Bewaart geen gelezen pagina's en gebruikt er geen")->excludes(resume)->excludes("--cache");
        app.add_flag("--geojson", options_.geojson, "Schrijft de normen met hun vlakken ook als GeoJSON (norms.geojson)");
        app.add_option("--page-timeout", page_timeout_, "Seconden die een pagina mag kosten")
            ->type_name("S")
            ->check(number_up_to(max_page_timeout))
            ->capture_default_str();
        app.add_flag("-q,--quiet", style_.quiet, "Meldt alleen wat mis ging");
        app.add_flag("--log-json", style_.json, "Meldingen als JSON, een per regel (op standaardfout)");
        app.add_option("--worker", options_.worker, "Ander leesprogramma dan het meegeleverde")->group("");
        app.add_flag("--worker-messages", options_.worker_messages, "Laat de leesprocessen hun eigen meldingen tonen")->group("");
    }

    [[nodiscard]] ExitCode run() override {
        // A file that may not grow further is a failed write, to be reported, not a reason to be killed.
        ::signal(SIGXFSZ, SIG_IGN);
        ::signal(SIGPIPE, SIG_IGN);
        options_.limits.page_deadline = std::chrono::seconds(page_timeout_);
        StopSignal stop;
        Log log(style_);
        return run_batch(options_, log, stop);
    }

  private:
    static constexpr int max_jobs = 1024;
    static constexpr int max_page_timeout = 24 * 3600;  ///< seconds

    RunOptions options_;
    LogStyle style_;
    long page_timeout_ = std::chrono::duration_cast<std::chrono::seconds>(WorkerLimits{}.page_deadline).count();
};

}  // namespace

std::unique_ptr<Command> make_run_command() { return std::make_unique<RunCommand>(); }

}  // namespace planlezer
