#include "pipeline/discover/discover.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>

#include "pipeline/discover/sha256.hpp"
#include "pipeline/file_descriptor.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {

namespace fs = std::filesystem;
using testing::ElementsAre;

namespace {

std::vector<std::string> names(const Inputs& inputs) {
    std::vector<std::string> all;
    for (const InputFile& file : inputs.files) all.push_back(file.name);
    return all;
}

}  // namespace

TEST(Discover, FindsDocumentsByContentBelowAFolder) {
    const test::Folder folder;
    folder.write("b/regels.pdf", "%PDF-1.4 b");
    folder.write("a/scan", "\x89PNG\r\n\x1a\n");
    folder.write("a/leesmij.txt", "tekst");
    folder.write("a/g_NL.IMRO.0001.Dorp-VA01.xml", "<x/>");
    folder.write(".verborgen/x.pdf", "%PDF-1.4 c");
    folder.write("._regels.pdf", "%PDF-1.4 d");
    const Inputs inputs = discover({folder.path()}, {});
    EXPECT_THAT(names(inputs), ElementsAre("a/scan", "b/regels.pdf"));
    EXPECT_EQ(inputs.files[1].sha256, sha256_of_text("%PDF-1.4 b"));
    EXPECT_THAT(inputs.others, ElementsAre(folder.path("a/g_NL.IMRO.0001.Dorp-VA01.xml")));
}

TEST(Discover, NamesWhatOnlyClaimsToBeADocument) {
    const test::Folder folder;
    folder.write("leeg.pdf", "");
    EXPECT_THAT(names(discover({folder.path()}, {})), ElementsAre("leeg.pdf")) << "the worker is to say that it is none";
}

TEST(Discover, TakesAnyFileThatIsNamedItself) {
    const test::Folder folder;
    const fs::path text = folder.write("notitie.txt", "tekst");
    const Inputs inputs = discover({text, folder.path("weg.pdf")}, {});
    ASSERT_THAT(names(inputs), ElementsAre("notitie.txt", "weg.pdf"));
    EXPECT_FALSE(inputs.files[0].failure);
    ASSERT_TRUE(inputs.files[1].failure);
    EXPECT_EQ(inputs.files[1].failure->kind, FailureKind::unreadable);
    EXPECT_THAT(inputs.files[1].failure->message, testing::HasSubstr("bestaat niet"));
}

TEST(Discover, DoesNotDependOnTheOrderOfInputs) {
    const test::Folder folder;
    folder.write("a/regels.pdf", "%PDF-1.4 a");
    folder.write("b/regels.pdf", "%PDF-1.4 b");
    folder.write("b/sub/x.pdf", "%PDF-1.4 x");
    std::vector<fs::path> named{folder.path("a"), folder.path("b"), folder.path("b/sub"), folder.path("a/regels.pdf")};
    const Inputs first = discover(named, {});
    EXPECT_THAT(names(first), ElementsAre("a/regels.pdf", "b/regels.pdf", "sub/x.pdf"));
    do {
        EXPECT_EQ(names(discover(named, {})), names(first));
    } while (std::ranges::next_permutation(named).found);
}

TEST(Discover, FollowsNoLoopOfLinksAndMeetsEachFileOnce) {
    const test::Folder folder;
    folder.write("in/echt/regels.pdf", "%PDF-1.4 a");
    fs::create_directory_symlink(folder.path("in"), folder.path("in/echt/terug"));
    fs::create_directory_symlink(folder.path("in/echt"), folder.path("in/ander"));
    fs::create_symlink("zelf", folder.path("in/zelf"));
    fs::create_symlink(folder.path("in/echt/regels.pdf"), folder.path("in/koppeling.pdf"));
    const Inputs inputs = discover({folder.path("in")}, {});
    EXPECT_THAT(names(inputs), ElementsAre("echt/regels.pdf", "zelf")) << "a link to nothing is a failure, not silence";
    EXPECT_FALSE(inputs.files[0].failure);
    EXPECT_TRUE(inputs.files[1].failure);
}

TEST(Discover, NeverWaitsForAPipe) {
    const test::Folder folder;
    ASSERT_EQ(mkfifo(folder.path("pijp.pdf").c_str(), 0600), 0);
    EXPECT_TRUE(discover({folder.path()}, {}).files.empty());
    const Inputs inputs = discover({folder.path("pijp.pdf")}, {});
    ASSERT_EQ(inputs.files.size(), 1U);
    ASSERT_TRUE(inputs.files[0].failure);
    EXPECT_EQ(inputs.files[0].failure->kind, FailureKind::unsupported);
}

TEST(Discover, LeavesTheOutputAlone) {
    const test::Folder folder;
    folder.write("regels.pdf", "%PDF-1.4 a");
    folder.write("uit/plans/plaatje.png", "\x89PNG\r\n\x1a\n");
    EXPECT_THAT(names(discover({folder.path()}, folder.path("uit"))), ElementsAre("regels.pdf"));
}

TEST(Discover, OpensOnlyTheFileThatWasHashed) {
    const test::Folder folder;
    folder.write("regels.pdf", "%PDF-1.4 a");
    const Inputs inputs = discover({folder.path()}, {});
    EXPECT_TRUE(open_input(inputs.files[0]).open());
    folder.write("regels.pdf", "%PDF-1.4 other bytes");
    EXPECT_FALSE(open_input(inputs.files[0]).open());
}

}  // namespace planlezer
