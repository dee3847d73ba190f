#include "pipeline/run/run_batch.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <system_error>

#include "pipeline/cli/command.hpp"
#include "pipeline/cli/installed.hpp"
#include "pipeline/discover/unique_names.hpp"
#include "pipeline/output/output_folder.hpp"
#include "pipeline/plan_pipeline/plan_pipeline.hpp"
#include "pipeline/run/recorder.hpp"
#include "pipeline/run/results.hpp"
#include "pipeline/store/identity.hpp"
#include "pipeline/store/prune.hpp"
#include "pipeline/store/result_store.hpp"
#include "pipeline/version.hpp"
#include "schemas/omgevingsplan/read_gio.hpp"
#include "schemas/omgevingsplan/settings.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

/// Where readings are kept; a folder for this run alone is taken away at its end.
class CacheFolder {
  public:
    explicit CacheFolder(const RunOptions& options)
        : path_(options.no_cache ? options.output / (".cache-" + std::to_string(getpid()))
                                 : options.cache.empty() ? options.output / ".cache" : options.cache),
          passing_(options.no_cache) {}
    CacheFolder(const CacheFolder&) = delete;
    CacheFolder& operator=(const CacheFolder&) = delete;
    ~CacheFolder() {
        std::error_code error;
        if (passing_) fs::remove_all(path_, error);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
    bool passing_;
};

RuleBook load_book(const RunOptions& options) {
    std::vector<fs::path> folders{installed_rule_book()};
    if (!options.rules.empty()) {
        std::error_code error;
        if (!fs::is_directory(options.rules, error)) {
            throw UsageError("De map met regels bestaat niet: " + printable_utf8(options.rules.native()) + ".", "Geef met --rules een map met .toml-bestanden.");
        }
        folders.push_back(options.rules);
    }
    return load_rule_book(folders);
}

std::string whole_file(const fs::path& path, const std::string& what) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) {
        throw UsageError(what + " " + printable_utf8(path.native()) + " kan niet gelezen worden.", "Geef een bestand dat er is en gelezen mag worden.");
    }
    return std::move(text).str();
}

omgevingsplan::Settings load_settings(const fs::path& file) {
    if (file.empty()) return {};
    const std::string name = printable_utf8(file.native());
    std::variant<omgevingsplan::Settings, omgevingsplan::SettingsFault> read = omgevingsplan::read_settings(whole_file(file, "De instellingen"));
    if (const auto* fault = std::get_if<omgevingsplan::SettingsFault>(&read)) {
        std::string messages;
        for (const std::string& message : fault->messages) messages += "\n  " + message;
        throw UsageError("In de instellingen " + name + " klopt niet alles:" + messages, "Verbeter ze; omgevingsplan.toml, dat is meegeleverd, laat alle sleutels zien.");
    }
    auto settings = std::get<omgevingsplan::Settings>(std::move(read));
    if (settings.pons_bestand.empty()) return settings;
    const fs::path pons = file.parent_path() / fs::path(settings.pons_bestand);
    const auto area = omgevingsplan::read_gio_area(whole_file(pons, "De bestaande Pons"));
    if (const auto* fault = std::get_if<std::string>(&area)) {
        throw UsageError("De bestaande Pons " + printable_utf8(pons.native()) + " kan niet gelezen worden: " + *fault, "Geef bij pons_bestand het GML-bestand van het informatieobject.");
    }
    settings.pons_bestaand = std::get<MultiPolygon>(area);
    return settings;
}

Inputs find_inputs(const RunOptions& options) {
    std::error_code error;
    const bool any = std::ranges::any_of(options.inputs, [&](const fs::path& input) { return fs::exists(input, error); });
    if (!any) {
        throw UsageError("De invoer bestaat niet: " + printable_utf8(options.inputs.front().native()) + ".", "Geef bestanden of mappen op die er zijn.");
    }
    Inputs inputs = discover(options.inputs, fs::weakly_canonical(options.output, error));
    if (inputs.files.empty()) {
        throw UsageError("In de invoer staat geen enkel document.", "Gelezen worden PDF, TIFF, PNG, JPEG, JPEG 2000, BMP, WebP en IMRO GML.");
    }
    return inputs;
}

RunRecord describe(const RunOptions& options, const RuleBook& book, int jobs) {
    RunRecord record;
    record.program_version = program_version;
    record.rule_book_version = book.version;
    record.rule_book_hash = book.hash;
    for (const fs::path& input : options.inputs) record.options.emplace_back("input", printable_utf8(input.native()));
    record.options.emplace_back("output", printable_utf8(options.output.native()));
    record.options.emplace_back("jobs", std::to_string(jobs));
    if (!options.rules.empty()) record.options.emplace_back("rules", printable_utf8(options.rules.native()));
    record.options.emplace_back("settings", options.settings.empty() ? "none (gm9920)" : printable_utf8(options.settings.native()));
    record.options.emplace_back("resume", options.resume ? "true" : "false");
    record.options.emplace_back("cache", options.no_cache ? "none" : printable_utf8(options.cache.native()));
    record.options.emplace_back("page-timeout", std::to_string(options.limits.page_deadline.count() / 1000));
    return record;
}

/// Memory of this process at its highest, without its workers.
std::string peak_memory_kb() {
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? std::to_string(usage.ru_maxrss) : "";
}

std::vector<FirstPage> first_pages(const std::vector<SurveyedFile>& surveyed) {
    std::vector<FirstPage> pages;
    for (const SurveyedFile& file : surveyed) pages.push_back(file.first_page);
    return pages;
}

/// \param began the run; what it used stays, whatever clock the disk has
void tidy(const fs::path& cache, fs::file_time_type began, Log& log) {
    constexpr std::chrono::hours difference_of_clocks{1};
    const Pruned pruned = prune_store(cache, most_stored_bytes, began - difference_of_clocks);
    if (pruned.entries == 0) return;
    constexpr std::uint64_t megabyte = 1'000'000;
    log.write(LogLevel::info, counted(pruned.entries, "bewaarde lezing", "bewaarde lezingen") + " weggehaald, het langst ongebruikt (" +
                                  std::to_string(pruned.bytes / megabyte) + " MB).");
}

}  // namespace

ExitCode run_batch(const RunOptions& options, Log& log, StopSignal& signal) {
    const fs::file_time_type began = fs::file_time_type::clock::now();
    Recorder recorder;
    const RuleBook book = load_book(options);
    omgevingsplan::Settings settings = load_settings(options.settings);
    const fs::path profile = installed_profile();
    const fs::path worker = options.worker.empty() ? installed_worker() : options.worker;
    const std::string reader_identity = worker_identity(worker);
    prepare_output(options.output);
    if (!options.cache.empty()) prepare_cache(options.cache);
    const int jobs = options.jobs > 0 ? options.jobs : tbb::info::default_concurrency();
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(jobs));
    tbb::task_arena arena(jobs);
    RunRecord record = describe(options, book, jobs);

    const Inputs inputs = arena.execute([&] { return find_inputs(options); });
    WorkerPool pool({worker, worker_environment(), options.worker_messages ? STDERR_FILENO : -1}, options.limits, jobs, signal.token());
    const WorkerCheck check = pool.check();
    if (!check.fault.empty()) {
        throw UsageError("Het leesprogramma " + worker.native() + " werkt niet: " + check.fault + ".", "Installeer planlezer opnieuw.");
    }
    record.environment.emplace_back("worker", reader_identity);
    record.environment.emplace_back("worker_fence", check.messages);
    log.write(LogLevel::info, counted(inputs.files.size(), "document", "documenten") + " gevonden; regelboek " + book.version + "; " + check.messages,
              {{"event", "start"}, {"documents", static_cast<long>(inputs.files.size())}, {"jobs", jobs}, {"fence", check.messages}});

    const CacheFolder cache(options);
    PageStore pages(cache.path(), reader_identity);
    ResultStore results(cache.path(), program_identity() + " " + reader_identity + " " + book.hash);
    Progress progress(log);
    DocumentReader reader(pool, pages, progress);
    progress.expect_documents(static_cast<int>(inputs.files.size()));
    const auto surveyed = arena.execute([&] { return survey(reader, inputs, signal.token()); });
    const std::vector<PlanGroup> plans = group_plans(inputs, first_pages(surveyed));

    recorder.expect(inputs, plans);
    OutputFolder output(options.output, options.geojson, std::move(settings), profile);
    Results written(output, recorder, progress, log, plans, options.settings.empty());
    PlanWork work{inputs, surveyed, plans, reader, book, jobs, signal.token(), {}, {}, {}};
    work.find_result = [&](const PlanGroup& plan) { return options.resume ? results.find(plan, inputs) : std::nullopt; };
    work.keep_result = [&](const PlanGroup& plan, const PlanResult& result) {
        if (!options.no_cache) results.keep(plan, inputs, result);
    };
    work.write = [&](PlanOutcome&& outcome) {
        const bool go_on = written.add(std::move(outcome));
        if (!go_on) signal.stop();
        return go_on;
    };
    arena.execute([&] { run_plans(work); });
    progress.finish();

    recorder.signalled(signal.received());
    record.environment.emplace_back("peak_memory_kb", peak_memory_kb());
    written.close(record, printable_utf8(options.output.native()));
    if (!options.no_cache && !signal.received()) tidy(cache.path(), began, log);
    return recorder.exit_code();
}

}  // namespace planlezer
