#include "pipeline/store/prune.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "pipeline/store/entry_store.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Prune : public testing::Test {
  protected:
    /// An entry of a page of document `digit`, last used that long ago.
    fs::path keep(char digit, std::chrono::hours ago, const std::string& entry = "0123456789abcdef-p1") {
        const std::string key = "pages/ab/" + std::string(64, digit) + "/" + entry;
        store_.keep(key, std::string(900, 'x'));
        const fs::path path = folder_.path(key);
        age(path, ago);
        return path;
    }
    void age(const fs::path& path, std::chrono::hours ago) const { fs::last_write_time(path, now_ - ago); }
    Pruned prune(std::uint64_t most_bytes, std::chrono::hours spared = 0h) const { return prune_store(folder_.path(), most_bytes, now_ - spared); }

    test::Folder folder_;
    EntryStore store_{folder_.path()};
    fs::file_time_type now_ = fs::file_time_type::clock::now();
};

}  // namespace

TEST_F(Prune, RemovesWhatWasLongestUnused) {
    const fs::path oldest = keep('1', 30h);
    const fs::path newest = keep('2', 10h);
    const fs::path middle = keep('3', 20h);
    const std::string plan = "plans/ab/" + std::string(64, '4');
    store_.keep(plan, "result");
    age(folder_.path(plan), 40h);
    EXPECT_EQ(prune(1'000'000).entries, 0U);
    const Pruned pruned = prune(2'100);
    EXPECT_EQ(pruned.entries, 2U);
    EXPECT_GT(pruned.bytes, 900U);
    EXPECT_FALSE(fs::exists(folder_.path(plan)));
    EXPECT_FALSE(fs::exists(oldest.parent_path())) << "no empty folder stays";
    EXPECT_TRUE(fs::exists(middle));
    EXPECT_TRUE(fs::exists(newest));
}

TEST_F(Prune, SparesWhatTheRunUsed) {
    const fs::path read = keep('1', 30h);
    const fs::path old = keep('2', 20h);
    EXPECT_NE(EntryStore(folder_.path()).find(fs::relative(read, folder_.path())), std::nullopt);
    EXPECT_EQ(prune(0, 1h).entries, 1U);
    EXPECT_TRUE(fs::exists(read)) << "reading it is using it";
    EXPECT_FALSE(fs::exists(old));
}

TEST_F(Prune, TouchesNothingThatIsNoEntry) {
    for (const std::string name : {"notes.txt", "pages/notes.txt", "pages/ab/notes.txt", "plans/ab/report.pdf", "scans/ab/0123456789abcdef-p1"}) {
        age(folder_.write(name, "somebody's own"), 1000h);
    }
    const fs::path elsewhere = folder_.write("elsewhere", "somebody's own");
    const fs::path entry = keep('1', 30h);
    fs::remove(entry);
    fs::create_symlink(elsewhere, entry);
    EXPECT_EQ(prune(0).entries, 0U);
    EXPECT_TRUE(fs::exists(elsewhere));
}

TEST_F(Prune, TakesAwayWhatAKilledRunLeftHalfWritten) {
    const fs::path left = keep('1', 30h, "0123456789abcdef-p1.tmp-Ab3dEf");
    const fs::path being_written = keep('1', 1h, "0123456789abcdef-p2.tmp-Ab3dEf");
    EXPECT_EQ(prune(1'000'000).entries, 1U);
    EXPECT_FALSE(fs::exists(left));
    EXPECT_TRUE(fs::exists(being_written));
}

TEST_F(Prune, OfAFolderThatIsNotThereIsNothing) { EXPECT_EQ(prune_store(folder_.path("none"), 0, now_).entries, 0U); }

TEST_F(Prune, AFolderTidiedAwayIsMadeAgain) {
    const fs::path entry = keep('1', 30h);
    EXPECT_EQ(prune(0).entries, 1U);
    EXPECT_EQ(keep('1', 0h), entry);
    EXPECT_TRUE(fs::exists(entry));
}

}  // namespace planlezer
