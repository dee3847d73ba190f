#include "pipeline/store/page_store.hpp"

#include <gtest/gtest.h>

#include "tests/support/folder.hpp"

namespace planlezer {

namespace {

TextPage page_of(int number) {
    TextPage page;
    page.number = number;
    page.width = 595;
    page.height = 842;
    page.words.push_back({"bouwhoogte", {1, 2, 3, 4}, 0.5, 10, true, false, false, false, TextOrigin::ocr, "bouwh0ogte"});
    page.notes.push_back(PageNote::deskewed);
    return page;
}

const std::string document(64, 'a');

}  // namespace

TEST(PageStore, GivesBackPagesAndDocuments) {
    const test::Folder folder;
    PageStore store(folder.path(), std::string(64, '1'));
    const wire::DocumentInfo info{"application/pdf", 7, true};
    EXPECT_TRUE(store.keep(document, info));
    EXPECT_TRUE(store.keep(document, 3, page_of(3)));
    EXPECT_EQ(store.find_document(document), info);
    EXPECT_EQ(store.find_page(document, 3), wire::PageContent(page_of(3)));
    EXPECT_EQ(store.find_page(document, 4), std::nullopt);
    EXPECT_EQ(store.find_page(std::string(64, 'b'), 3), std::nullopt);
}

TEST(PageStore, KnowsOnlyItsOwnReadersReadings) {
    const test::Folder folder;
    PageStore(folder.path(), std::string(64, '1')).keep(document, 3, page_of(3));
    EXPECT_EQ(PageStore(folder.path(), std::string(64, '2')).find_page(document, 3), std::nullopt);
}

TEST(PageStore, TakesAnotherPageInItsPlaceForNone) {
    const test::Folder folder;
    PageStore store(folder.path(), std::string(64, '1'));
    store.keep(document, 3, page_of(3));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        if (entry.is_regular_file()) std::filesystem::rename(entry.path(), entry.path().parent_path() / (std::string(16, '1') + "-p4"));
    }
    EXPECT_EQ(store.find_page(document, 4), std::nullopt);
}

}  // namespace planlezer
