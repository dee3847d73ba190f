// The program as a user meets it: output, messages and exit codes, with the fake worker behind it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schemas/model/ascii.hpp"
#include "tests/support/folder.hpp"
#include "tests/pipeline/support/program.hpp"
#include "tests/pipeline/support/wait.hpp"

namespace planlezer {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using namespace std::chrono_literals;

/// All files of an output folder but those that hold times and the cache.
std::map<std::string, std::string> output_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
        const std::string name = fs::relative(entry->path(), folder).native();
        if (name == ".cache") entry.disable_recursion_pending();
        if (entry->is_regular_file() && name != "run.json") files[name] = test::read_text(entry->path());
    }
    return files;
}

/// False also for a process that only waits to be reaped.
bool runs(pid_t pid) {
    const fs::path process = "/proc/" + std::to_string(pid);
    if (!fs::exists(process / "stat")) return false;
    const std::string status = test::read_text(process / "stat");
    const std::size_t name_end = status.rfind(')');
    return name_end != std::string::npos && name_end + 2 < status.size() && status[name_end + 2] != 'Z';
}

class RunTest : public testing::Test {
  protected:
    test::ProgramEnd run(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{folder_.path("in"), "--output", folder_.path("out")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return test::run(test::planlezer_run(arguments));
    }
    nlohmann::json run_record() const { return nlohmann::json::parse(test::read_text(folder_.path("out/run.json"))); }
    std::string plan(const std::string& id) const { return test::read_text(folder_.path("out/plans/" + id + ".json")); }
    static bool any_child_of(pid_t parent) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator("/proc", error)) {
            if (!std::ranges::all_of(entry.path().filename().native(), is_ascii_digit)) continue;
            const std::string status = test::read_text(entry.path() / "stat");
            const std::size_t name_end = status.rfind(')');
            if (name_end == std::string::npos || name_end + 4 > status.size()) continue;
            if (status.substr(name_end + 4).starts_with(std::to_string(parent) + " ") && status[name_end + 2] != 'Z') return true;
        }
        return false;
    }

    test::Folder folder_;
};

constexpr const char* good = "pages 2\npage 1 words Artikel 1 Wonen\n";

}  // namespace

TEST_F(RunTest, WritesAWholeOutputAndNothingOnStandardOutput) {
    folder_.document("in/dorp.pdf", good);
    const test::ProgramEnd end = run();
    EXPECT_TRUE(end.code == 0 || end.code == 3) << end.err;
    EXPECT_EQ(end.out, "");
    EXPECT_THAT(end.err, HasSubstr("Klaar: 1 plan, 1 document, 2 pagina's"));
    const auto output = output_of(folder_.path("out"));
    for (const char* name : {"plans/dorp.json", "norms.csv", "norms.gpkg", "review.csv", "review.json"}) EXPECT_TRUE(output.contains(name)) << name;
    EXPECT_EQ(nlohmann::json::parse(plan("dorp"))["documents"][0]["pages"], 2);
    EXPECT_EQ(run_record()["exit_code"], end.code);
    for (const char* name : {"niet-opgenomen.csv", "opmerkingen.csv", "bevindingen.txt", "besluit.css"}) EXPECT_TRUE(output.contains(std::string("omgevingsplan/") + name)) << name;
    EXPECT_EQ(output.size(), 9U) << "no temporary file stays, and a plan without rules has no package";
}

TEST_F(RunTest, WrongSettingsAreToldBeforeAnythingIsRead) {
    folder_.document("in/dorp.pdf", good);
    folder_.write("mijn.toml", "gemeente = \"Dorp\"\ngemente_naam = \"Dorp\"\n");
    const test::ProgramEnd end = run({"--settings", folder_.path("mijn.toml").native()});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.err, HasSubstr("mijn.toml"));
    EXPECT_THAT(end.err, HasSubstr("gemente_naam"));
    EXPECT_FALSE(std::filesystem::exists(folder_.path("out/plans")));
    EXPECT_EQ(run({"--settings", folder_.path("is-er-niet.toml").native()}).code, 2);
}

TEST_F(RunTest, ABrokenDocumentCostsThatDocument) {
    folder_.document("in/goed.pdf", good);
    folder_.document("in/stuk.pdf", "open crash");
    folder_.document("in/halfstuk.pdf", "pages 3\npage 2 garbage");
    folder_.document("in/hangt.pdf", "pages 2\npage 1 hang");
    folder_.write("in/leeg.pdf", "");
    const test::ProgramEnd end = run({"--page-timeout", "1"});
    EXPECT_EQ(end.code, 4) << end.err;
    EXPECT_EQ(end.out, "");
    std::map<std::string, std::string> status;
    std::map<std::string, std::string> kind;
    const auto record = run_record();
    for (const auto& input : record["inputs"]) {
        status[input["file"]] = input["status"];
        if (!input["failures"].empty()) kind[input["file"]] = input["failures"][0]["kind"];
    }
    EXPECT_EQ(status, (std::map<std::string, std::string>{
                          {"goed.pdf", "read"}, {"stuk.pdf", "failed"}, {"halfstuk.pdf", "partial"}, {"hangt.pdf", "partial"}, {"leeg.pdf", "failed"}}));
    EXPECT_EQ(kind, (std::map<std::string, std::string>{
                        {"stuk.pdf", "worker_died"}, {"halfstuk.pdf", "worker_died"}, {"hangt.pdf", "timed_out"}, {"leeg.pdf", "unsupported"}}));
    EXPECT_EQ(nlohmann::json::parse(plan("stuk"))["status"], "failed");

    test::Folder alone;
    alone.document("in/goed.pdf", good);
    (void)test::run(test::planlezer_run({alone.path("in"), "--output", alone.path("out")}));
    EXPECT_EQ(plan("goed"), test::read_text(alone.path("out/plans/goed.json"))) << "as if the others had not been there";
}

TEST_F(RunTest, AMendedFileIsFlaggedOnce) {
    folder_.document("in/dorp.pdf", "pages 3\nopen mended");
    (void)run();
    const auto result = nlohmann::json::parse(plan("dorp"));
    EXPECT_EQ(std::ranges::count(result["flags"], "FILE_REPAIRED", [](const auto& flag) { return flag["code"].template get<std::string>(); }), 1);
}

TEST_F(RunTest, OutputDoesNotDependOnJobsOrOrder) {
    for (const char* name : {"in/a/regels.pdf", "in/b/regels.pdf", "in/c/NL.IMRO.0001.Dorp-VA01.pdf", "in/c/toelichting.pdf", "in/c/NL.IMRO.0001.Dorp-ON01.pdf"}) {
        folder_.document(name, "pages 5\npage 3 slow 20\npage 4 words " + std::string(name));
    }
    folder_.document("in/kopie.pdf", "pages 5\npage 3 slow 20\npage 4 words in/a/regels.pdf");
    (void)run({"--jobs", "1"});
    const auto first = output_of(folder_.path("out"));
    EXPECT_GE(first.size(), 8U);
    std::map<std::string, std::string> one_order;
    for (const std::vector<std::string>& order : {std::vector<std::string>{"in/a", "in/b", "in/c", "in/kopie.pdf"}, {"in/kopie.pdf", "in/c", "in/b", "in/a"}}) {
        test::Folder other;
        std::vector<std::string> arguments{"--output", other.path("out"), "--jobs", "4"};
        for (const std::string& input : order) arguments.push_back(folder_.path(input));
        (void)test::run(test::planlezer_run(arguments));
        const auto again = output_of(other.path("out"));
        if (one_order.empty()) one_order = again;
        EXPECT_EQ(again, one_order);
    }
    test::Folder other;
    (void)test::run(test::planlezer_run({folder_.path("in"), "--output", other.path("out"), "--jobs", "4"}));
    EXPECT_EQ(output_of(other.path("out")), first);
}

TEST_F(RunTest, ResumeTakesOverAndGivesTheSame) {
    folder_.document("in/a.pdf", good);
    folder_.document("in/b.pdf", "pages 3\npage 2 encrypted");
    (void)run();
    const auto first = output_of(folder_.path("out"));
    fs::remove(folder_.path("out/plans/a.json"));
    (void)run({"--resume"});
    EXPECT_EQ(output_of(folder_.path("out")), first);
    const auto resumed = run_record();
    EXPECT_EQ(resumed["plans"].size(), 2U);
    for (const auto& plan : resumed["plans"]) EXPECT_TRUE(plan["reused"]) << plan;

    folder_.document("in/b.pdf", "pages 3");
    (void)run({"--resume"});
    std::map<std::string, bool> reused;
    const auto changed = run_record();
    for (const auto& plan : changed["plans"]) reused[plan["plan_id"]] = plan["reused"];
    EXPECT_EQ(reused, (std::map<std::string, bool>{{"a", true}, {"b", false}}));
}

TEST_F(RunTest, ADamagedCacheChangesNothing) {
    folder_.document("in/a.pdf", good);
    (void)run();
    const auto first = output_of(folder_.path("out"));
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path("out/.cache"))) {
        if (entry.is_regular_file()) fs::resize_file(entry.path(), entry.file_size() / 2);
    }
    (void)run({"--resume"});
    EXPECT_EQ(output_of(folder_.path("out")), first);
}

TEST_F(RunTest, WithoutCacheNothingIsKept) {
    folder_.document("in/a.pdf", good);
    (void)run({"--no-cache"});
    for (const auto& entry : fs::directory_iterator(folder_.path("out"))) EXPECT_FALSE(entry.path().filename().native().starts_with(".cache")) << entry;
}

TEST_F(RunTest, ResultsOfOtherInputGoButOtherFilesStay) {
    folder_.document("in/a.pdf", good);
    (void)run();
    folder_.write("out/plans/notitie.json", "{\"van\": \"mij\"}");
    fs::rename(folder_.path("in/a.pdf"), folder_.path("in/b.pdf"));
    (void)run();
    EXPECT_FALSE(fs::exists(folder_.path("out/plans/a.json")));
    EXPECT_TRUE(fs::exists(folder_.path("out/plans/b.json")));
    EXPECT_TRUE(fs::exists(folder_.path("out/plans/notitie.json")));
}

TEST_F(RunTest, WrongUseProcessesNothing) {
    folder_.document("in/a.pdf", good);
    folder_.write("regels/stuk.toml", "naam = [onaf\n");
    folder_.write("bestand", "geen map");
    fs::create_directories(folder_.path("leeg"));
    const std::string in = folder_.path("in");
    const std::string out = folder_.path("out");
    const std::vector<std::vector<std::string>> wrong{{in, "--output", folder_.path("bestand/uit")},
                                                      {in, "--output", out, "--cache", folder_.path("bestand/cache")},
                                                      {in, "--output", out, "--rules", folder_.path("regels")},
                                                      {in, "--output", out, "--rules", folder_.path("geen")},
                                                      {in, "--output", out, "--nonsens"},
                                                      {in, "--output", out, "--jobs", "0"},
                                                      {in, "--output", out, "--jobs", "twee"},
                                                      {in, "--output", out, "--resume", "--no-cache"},
                                                      {folder_.path("weg"), "--output", out},
                                                      {folder_.path("leeg"), "--output", out},
                                                      {"--output", out}};
    for (const auto& arguments : wrong) {
        const test::ProgramEnd end = test::run(test::planlezer_run(arguments));
        EXPECT_EQ(end.code, 2) << testing::PrintToString(arguments) << end.err;
        EXPECT_EQ(end.out, "");
        EXPECT_EQ(std::ranges::count(end.err, '\n'), 1) << "one clear line: " << end.err;
        EXPECT_FALSE(fs::exists(folder_.path("out/plans/a.json")));
    }
    const test::ProgramEnd no_worker = test::run({PLANLEZER_PROGRAM, "run", in, "--output", out, "--worker", "/nowhere"});
    EXPECT_EQ(no_worker.code, 2);
    const test::ProgramEnd broken_worker = test::run({PLANLEZER_PROGRAM, "run", in, "--output", out, "--worker", "/bin/true"});
    EXPECT_EQ(broken_worker.code, 2);
    EXPECT_THAT(broken_worker.err, HasSubstr("werkt niet"));
}

TEST_F(RunTest, HelpAndVersionAreAskedForOutput) {
    for (const std::vector<std::string>& asked : {std::vector<std::string>{"--help"}, {"run", "--help"}, {"--version"}, {"run", "--version"}}) {
        std::vector<std::string> arguments = asked;
        arguments.insert(arguments.begin(), PLANLEZER_PROGRAM);
        const test::ProgramEnd end = test::run(arguments);
        EXPECT_EQ(end.code, 0);
        EXPECT_EQ(end.err, "");
        EXPECT_THAT(end.out, HasSubstr(asked.back() == "--help" ? "Gebruik: planlezer" : "planlezer "));
    }
    EXPECT_EQ(test::run({PLANLEZER_PROGRAM}).code, 2);
}

TEST_F(RunTest, QuietSaysOnlyWhatWentWrong) {
    folder_.document("in/a.pdf", good);
    EXPECT_EQ(run({"--quiet"}).err, "");
    folder_.document("in/b.pdf", "open crash");
    EXPECT_THAT(run({"--quiet"}).err, HasSubstr("b.pdf"));
}

TEST_F(RunTest, TheLogCanBeJson) {
    folder_.document("in/a.pdf", good);
    folder_.document("in/b\"\n.pdf", "open crash");
    const test::ProgramEnd end = run({"--log-json"});
    std::istringstream lines(end.err);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_TRUE(nlohmann::json::accept(line)) << line;
    EXPECT_GE(count, 3);
}

TEST_F(RunTest, AFullDiskEndsTheRunWithWhatIsThereWhole) {
    for (const char* name : {"in/a.pdf", "in/b.pdf", "in/c.pdf"}) folder_.document(name, "pages 1\n" + std::string(name));
    (void)run();
    const auto before = output_of(folder_.path("out"));
    folder_.document("in/b.pdf", "pages 400\npage 2 encrypted\npage 3 encrypted\npage 4 encrypted\npage 5 encrypted\npage 6 encrypted\npage 7 encrypted\n"
                                 "page 8 encrypted\npage 9 encrypted\npage 10 encrypted\npage 11 encrypted\npage 12 encrypted\npage 13 encrypted\n");
    // No file may grow beyond 4 blocks of 512 bytes: enough for a small plan, not for the one with many failures.
    std::string command = "ulimit -f 4; exec";
    for (const std::string& part : test::planlezer_run({folder_.path("in"), "--output", folder_.path("out"), "--no-cache"})) command += " '" + part + "'";
    const test::ProgramEnd end = test::run({"/bin/sh", "-c", command});
    EXPECT_EQ(end.code, 5) << end.err;
    EXPECT_THAT(end.err, HasSubstr("--resume"));
    for (const auto& [name, content] : output_of(folder_.path("out"))) {
        EXPECT_TRUE(!name.ends_with(".json") || nlohmann::json::accept(content)) << name;
        EXPECT_FALSE(name.find(".tmp-") != std::string::npos) << name;
    }
}

TEST_F(RunTest, ASignalEndsTheRunWithWhatIsThereWhole) {
    for (const int signal : {SIGINT, SIGTERM}) {
        test::Folder folder;
        folder.document("in/a.pdf", good);
        folder.document("in/b.pdf", "pages 2\npage 2 hang");
        folder.document("in/c.pdf", "pages 3");
        const std::vector<std::string> arguments =
            test::planlezer_run({folder.path("in"), "--output", folder.path("out"), "--jobs", "2", "--page-timeout", "100"});
        test::Program program(arguments);
        ASSERT_TRUE(test::eventually([&] { return fs::exists(folder.path("out/plans/a.json")); }));
        const pid_t pid = program.pid();
        program.send_signal(signal);
        const test::ProgramEnd end = program.wait();
        EXPECT_EQ(end.code, 128 + signal) << end.err;
        EXPECT_FALSE(any_child_of(pid));
        EXPECT_THAT(end.err, HasSubstr("--resume"));
        EXPECT_FALSE(fs::exists(folder.path("out/plans/b.json")));
        for (const auto& [name, content] : output_of(folder.path("out"))) {
            EXPECT_TRUE(!name.ends_with(".json") || nlohmann::json::accept(content)) << name;
            EXPECT_FALSE(name.find(".tmp-") != std::string::npos) << name;
        }
        const auto record = nlohmann::json::parse(test::read_text(folder.path("out/run.json")));
        EXPECT_EQ(record["exit_code"], 128 + signal);
        EXPECT_EQ(record["inputs"][1]["status"], "not_reached");

        folder.document("in/b.pdf", good);
        const test::ProgramEnd resumed = test::run(test::planlezer_run({folder.path("in"), "--output", folder.path("out"), "--resume"}));
        EXPECT_TRUE(resumed.code == 0 || resumed.code == 3) << resumed.err;
    }
}

TEST_F(RunTest, ASignalIsHeardBeforeThereArePlans) {
    folder_.document("in/a.pdf", good);
    folder_.document("in/b.pdf", "page 1 hang");
    test::Program program(test::planlezer_run({folder_.path("in"), "--output", folder_.path("out"), "--jobs", "1", "--page-timeout", "100"}));
    ASSERT_TRUE(test::eventually([&] { return fs::exists(folder_.path("out/.cache/pages")); }));
    program.send_signal(SIGTERM);
    EXPECT_EQ(program.wait().code, 143);
    EXPECT_TRUE(fs::is_empty(folder_.path("out/plans")));
    const auto record = run_record();
    EXPECT_EQ(record["stopped_by"], "SIGTERM");
    EXPECT_EQ(record["inputs"].size(), 2U);
}

TEST_F(RunTest, AKilledMainLeavesNoIdleWorkerBehind) {
    folder_.document("in/a.pdf", "pages 2\npage 2 slow 3000");
    pid_t worker = 0;
    {
        test::Program program(test::planlezer_run({folder_.path("in"), "--output", folder_.path("out"), "--jobs", "1"}));
        const std::string children = "/proc/" + std::to_string(program.pid()) + "/task";
        ASSERT_TRUE(test::eventually([&] { return fs::exists(folder_.path("out/.cache/pages")); }));
        for (const auto& thread : fs::directory_iterator(children)) {
            std::istringstream pids(test::read_text(thread.path() / "children"));
            if (pid_t child = 0; pids >> child) worker = child;
        }
        ASSERT_GT(worker, 0);
    }  // kills it with SIGKILL
    EXPECT_TRUE(test::eventually([&] { return !runs(worker); })) << "it sees its socket close when the page is done";
}

}  // namespace planlezer
