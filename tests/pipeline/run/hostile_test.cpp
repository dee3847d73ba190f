// The real worker over every odd, damaged and hostile file there is: each ends in a named status.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/folder.hpp"
#include "tests/pipeline/support/program.hpp"

namespace planlezer {

namespace fs = std::filesystem;

TEST(HostileInput, EndsEachFileInANamedStatusInBoundedMemory) {
    const fs::path hostile = fs::path(PLANLEZER_SHARED) / "hostile";
    if (!fs::exists(hostile)) GTEST_SKIP() << "no folder " << hostile << " (see PLANLEZER_SHARED)";
    const test::Folder folder;
    const test::ProgramEnd end = test::run({PLANLEZER_PROGRAM, "run", hostile, "--output", folder.path("out"), "--quiet", "--page-timeout", "60"});
    EXPECT_EQ(end.code, 4) << end.err;

    const auto record = nlohmann::json::parse(test::read_text(folder.path("out/run.json")));
    std::map<std::string, std::string> status;
    for (const auto& input : record["inputs"]) status[input["file"]] = input["status"];
    for (const auto& entry : fs::directory_iterator(hostile)) {
        const std::string name = entry.path().filename();
        if (entry.path().extension() == ".md") continue;
        EXPECT_THAT(status[name], testing::AnyOf("read", "partial", "failed", "duplicate")) << name;
    }
    for (const auto& plan : record["plans"]) EXPECT_TRUE(fs::exists(folder.path("out/plans/" + plan["plan_id"].get<std::string>() + ".json"))) << plan;
    std::string peak;
    for (const auto& [name, value] : record["environment"].items()) {
        if (name == "peak_memory_kb") peak = value;
    }
    ASSERT_FALSE(peak.empty());
    EXPECT_LT(std::stol(peak), 300'000) << "of main alone, in kB";
}

}  // namespace planlezer
