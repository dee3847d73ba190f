#include "pipeline/discover/sha256.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "pipeline/file_descriptor.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {

// Values from FIPS 180-2, appendix B.
TEST(Sha256, GivesThePublishedValues) {
    EXPECT_EQ(sha256_of_text("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of_text(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, OfAFileIsThatOfItsBytesHoweverLong) {
    const test::Folder folder;
    const std::string text(300'000, 'x');
    const FileDescriptor file(open(folder.write("long", text).c_str(), O_RDONLY | O_CLOEXEC));
    EXPECT_EQ(sha256_of_descriptor(file.get()), sha256_of_text(text));
}

TEST(Sha256, OfWhatCannotBeReadIsNothing) { EXPECT_EQ(sha256_of_descriptor(-1), std::nullopt); }

}  // namespace planlezer
