#include "pipeline/store/entry_store.hpp"

#include <gtest/gtest.h>

#include "tests/support/folder.hpp"

namespace planlezer {

TEST(EntryStore, GivesBackWhatWasKept) {
    const test::Folder folder;
    EntryStore store(folder.path("cache"));
    const std::string content("met \0 nul en \n regels", 22);
    EXPECT_EQ(store.find("a/b"), std::nullopt);
    EXPECT_TRUE(store.keep("a/b", content));
    EXPECT_TRUE(store.keep("a/empty", ""));
    EXPECT_EQ(store.find("a/b"), content);
    EXPECT_EQ(store.find("a/empty"), "");
    EXPECT_EQ(EntryStore(folder.path("cache")).find("a/b"), content) << "in another run too";
}

TEST(EntryStore, TakesADamagedEntryForNone) {
    const test::Folder folder;
    EntryStore store(folder.path());
    store.keep("entry", "content of the entry");
    const std::string good = test::read_text(folder.path("entry"));
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string flipped = good;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        folder.write("entry", flipped);
        EXPECT_EQ(store.find("entry"), std::nullopt) << "byte " << i;
        folder.write("entry", good.substr(0, i));
        EXPECT_EQ(store.find("entry"), std::nullopt) << "cut at " << i;
    }
    folder.write("entry", good + "x");
    EXPECT_EQ(store.find("entry"), std::nullopt);
}

TEST(EntryStore, ThatCannotBeWrittenIsNoFault) {
    const test::Folder folder;
    folder.write("cache", "a file, not a folder");
    EntryStore store(folder.path("cache"));
    EXPECT_FALSE(store.keep("a", "content"));
    EXPECT_EQ(store.find("a"), std::nullopt);
}

}  // namespace planlezer
