#include "pipeline/store/atomic_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "pipeline/store/output_error.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {

namespace {

std::size_t entries(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

/// In a process of its own: exits with 7 when the fault is heard of as it should be.
void write_on_full_disk(const std::filesystem::path& path) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit full{};
    full.rlim_cur = full.rlim_max = 1000;
    setrlimit(RLIMIT_FSIZE, &full);
    try {
        write_file_atomically(path, std::string(5000, 'x'));
    } catch (const OutputError&) {
        std::_Exit(7);
    }
    std::_Exit(0);
}

}  // namespace

TEST(AtomicFile, IsThereWholeOrNotAtAll) {
    const test::Folder folder;
    folder.write("a.txt", "old");
    {
        AtomicFile file(folder.path("a.txt"));
        file.write("new ");
        file.write(std::string(1'000'000, 'x'));
        EXPECT_EQ(test::read_text(folder.path("a.txt")), "old");
        file.commit();
    }
    EXPECT_EQ(test::read_text(folder.path("a.txt")).size(), 1'000'004U);
    {
        AtomicFile file(folder.path("a.txt"));
        file.write("never");
    }
    EXPECT_EQ(test::read_text(folder.path("a.txt")).substr(0, 4), "new ");
    EXPECT_EQ(entries(folder.path()), 1U) << "no temporary file stays";
}

TEST(AtomicFile, SaysWhyItCannotWrite) {
    const test::Folder folder;
    folder.write("file", "");
    try {
        AtomicFile file(folder.path("file/x"));
        FAIL();
    } catch (const OutputError& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("geen map"));
    }
}

TEST(AtomicFile, LeavesTheOldFileWhenTheDiskIsFull) {
    const test::Folder folder;
    folder.write("a.txt", "old");
    EXPECT_EXIT(write_on_full_disk(folder.path("a.txt")), testing::ExitedWithCode(7), "");
    EXPECT_EQ(test::read_text(folder.path("a.txt")), "old");
    EXPECT_EQ(entries(folder.path()), 1U);
}

}  // namespace planlezer
