#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "schemas/rulebook/rule_book.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

namespace fs = std::filesystem;

class LoadRuleBook : public testing::Test {
  protected:
    void write(const std::string& name, const std::string& text) { own_.write(name, text); }
    /// The message of the fault, "" when the book loads.
    std::string fault() {
        try {
            (void)load_rule_book({folder_});
        } catch (const RuleBookError& error) {
            return error.what();
        }
        return {};
    }
    test::Folder own_;
    fs::path folder_ = own_.path();
};

constexpr const char* good_norm = R"(naam = "ashoogte"
maximum = "maximum ashoogte"
eenheden = ["m"]
naamwoorden = ["ashoogte"]
)";

TEST_F(LoadRuleBook, OneFileIsABook) {
    write("ashoogte.toml", good_norm);
    const RuleBook book = load_rule_book({folder_});
    ASSERT_EQ(book.norms.size(), 1U);
    EXPECT_EQ(book.norms[0].maximum, "maximum ashoogte");
    EXPECT_EQ(book.norms[0].bare, "max");
}

TEST_F(LoadRuleBook, TheHashTellsBooksApart) {
    write("ashoogte.toml", good_norm);
    const std::string before = load_rule_book({folder_}).hash;
    EXPECT_EQ(load_rule_book({folder_}).hash, before);
    write("ashoogte.toml", std::string(good_norm) + "aannemelijk = [1, 300]\n");
    EXPECT_NE(load_rule_book({folder_}).hash, before);
}

TEST_F(LoadRuleBook, ALaterFolderReplacesAFileOfTheSameName) {
    write("een/ashoogte.toml", good_norm);
    write("twee/ashoogte.toml", std::string(good_norm) + "minimum = \"minimum ashoogte\"\n");
    const RuleBook book = load_rule_book({folder_ / "een", folder_ / "twee"});
    ASSERT_EQ(book.norms.size(), 1U);
    EXPECT_EQ(book.norms[0].minimum, "minimum ashoogte");
}

TEST_F(LoadRuleBook, FaultsNameFileAndLine) {
    write("normen/as.toml", "naam = \"ashoogte\"\neenheden = [\"el\"]\nmaximum = \"maximum ashoogte\"\nnaamwoorden = [\"ashoogte\"]\n");
    EXPECT_TRUE(fault().starts_with("normen/as.toml:2: onbekende eenheid 'el'")) << fault();
    write("normen/as.toml", "naam = \"ashoogte\"\n\nmaximum =\n");
    EXPECT_TRUE(fault().starts_with("normen/as.toml:3: ")) << fault();
    write("normen/as.toml", std::string(good_norm) + "kleur = \"rood\"\n");
    EXPECT_TRUE(fault().starts_with("normen/as.toml:5: onbekende sleutel 'kleur'")) << fault();
    write("normen/as.toml", std::string(good_norm) + "[[zin]]\nid = \"a\"\npatroon = \"{norm} (x\"\n");
    EXPECT_TRUE(fault().starts_with("normen/as.toml:7: ")) << fault();
    write("normen/as.toml", std::string(good_norm) + "[[zin]]\nid = \"a\"\npatroon = \"{norm} x\"\n");
    EXPECT_NE(fault().find("precies één {waarde}"), std::string::npos) << fault();
}

TEST_F(LoadRuleBook, AnExampleOfTheMapThatComesOutOtherwiseIsAFault) {
    const std::string subjects = "maximum = []\nminimum = []\n[[bouwwerk]]\nwoorden = [\"gebouw\"]\nbehalve = [\"bijgebouw\"]\n[[bouwwerk.voorbeeld]]\nonderwerp = \"bijgebouwen\"\n";
    write("ashoogte.toml", good_norm);
    write("kaart.toml", subjects + "antwoord = \"nee\"\n");
    EXPECT_EQ(fault(), "");
    EXPECT_TRUE(is_map_subject("Gebouwen", load_rule_book({folder_}).map));
    write("kaart.toml", subjects + "antwoord = \"ja\"\n");
    EXPECT_NE(fault().find("kaart.toml:7"), std::string::npos) << fault();
}

TEST_F(LoadRuleBook, AnEmptyOrMissingFolderIsAFault) {
    EXPECT_NE(fault(), "");
    folder_ /= "bestaat-niet";
    EXPECT_NE(fault(), "");
}

TEST_F(LoadRuleBook, ANormThatStandsTwiceIsAFault) {
    write("a.toml", good_norm);
    write("b.toml", good_norm);
    EXPECT_NE(fault().find("staat al in a.toml"), std::string::npos) << fault();
}

}  // namespace
}  // namespace planlezer
