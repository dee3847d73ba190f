#include "schemas/omgevingsplan/write/package_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <regex>
#include <set>

#include "schemas/omgevingsplan/validate/validate.hpp"
#include "schemas/omgevingsplan/zip/sha512.hpp"
#include "tests/schemas/omgevingsplan/sample_package.hpp"
#include "tests/schemas/omgevingsplan/xml_check.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::AllOf;
using testing::canonical;
using ::testing::ElementsAre;
using testing::file_named;
using testing::full_package;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::official_complaints;
using testing::small_package;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

std::vector<std::string> names_of(const std::vector<PackageFile>& files) {
    std::vector<std::string> names;
    std::ranges::transform(files, std::back_inserter(names), &PackageFile::name);
    return names;
}

/// A norm with so many places, each with one of `values` values: what many plans together come to.
Package many_places(std::size_t places, std::size_t values) {
    Package package = small_package();
    Normwaarde value = package.norms[0].values[0];
    package.norms[0].values.assign(values, value);
    for (std::size_t i = 0; i < values; ++i) {
        package.norms[0].values[i].id = "nl.imow-gm9920.normwaarde.v" + std::to_string(i);
        package.norms[0].values[i].value = std::to_string(i + 1);
        package.norms[0].values[i].locations.clear();
    }
    package.gios[0].locations.clear();
    for (std::size_t i = 0; i < places; ++i) {
        Gebied gebied = package.gebieden[0];
        gebied.id = "nl.imow-gm9920.gebied.n" + std::to_string(i);
        gebied.uuid.replace(0, 8, std::to_string(10'000'000 + i));
        gebied.shape[0].outer = {};
        for (int point = 0; point < 40; ++point) {
            gebied.shape[0].outer.push_back({155000.0 + static_cast<double>(i) + point, 463000.0 + point % 7});
        }
        package.gios[0].locations.push_back({package.gebieden.size(), std::to_string(i % values + 1)});
        package.norms[0].values[i % values].locations.push_back(gebied.id);
        package.gebieden.push_back(gebied);
    }
    return package;
}

class OfficialSchemas : public ::testing::TestWithParam<Version> {
  protected:
    void SetUp() override {
        const std::string why = testing::why_no_official_schemas();
        if (!why.empty()) GTEST_SKIP() << why;
    }
};

TEST_P(OfficialSchemas, AcceptTheSmallPackage) {
    Package package = small_package();
    package.settings.version = GetParam();
    EXPECT_EQ(official_complaints(write_package(package), GetParam()), "");
}

TEST_P(OfficialSchemas, AcceptAChangeWithEverythingInIt) {
    Package package = full_package();
    package.settings.version = GetParam();
    EXPECT_EQ(official_complaints(write_package(package), GetParam()), "");
}

TEST_P(OfficialSchemas, AcceptANewRegeling) {
    Package package = full_package(true);
    package.settings.version = GetParam();
    EXPECT_EQ(official_complaints(write_package(package), GetParam()), "");
}

TEST_P(OfficialSchemas, AcceptAPublicationWithoutPonsAimsOrPlaces) {
    Package package = small_package();
    package.settings.version = GetParam();
    package.settings.publicatie = true;
    package.settings.aanhef.clear();
    package.settings.sluiting.clear();
    package.settings.ondertekening.clear();
    package.gios.clear();
    package.gebieden.clear();
    package.groups.clear();
    package.pons.reset();
    package.ambtsgebied = "nl.imow-gm9920.ambtsgebied.gm9920";
    package.parts[0].parts[0].blocks[0].al = {{"De bouwhoogte is ten hoogste 9 m.", nothing, "", ""}};
    package.parts[0].parts[1].parts[0].blocks[0].al = {{"De goothoogte is ten hoogste 6 m.", nothing, "", ""}};
    for (Omgevingsnorm& norm : package.norms) {
        norm.eenheid.clear();
        norm.values.resize(1);
        norm.values[0].kind = ValueKind::in_text;
        norm.values[0].locations = {package.ambtsgebied};
    }
    for (JuridischeRegel& rule : package.rules) rule.locations = {package.ambtsgebied};
    const std::vector<PackageFile> files = write_package(package);
    EXPECT_EQ(official_complaints(files, GetParam()), "");
    EXPECT_THAT(names_of(files), ElementsAre("opdracht.xml", "besluit.xml", "owRegels.xml", "owNormen.xml", "owLocaties.xml",
                                             "manifest-ow.xml", "manifest.xml"));
    EXPECT_THAT(file_named(files, "besluit.xml").bytes,
                AllOf(Not(HasSubstr("<Bijlage")), Not(HasSubstr("informatieobjectRefs")), Not(HasSubstr("art_III"))));
    EXPECT_THAT(file_named(files, "opdracht.xml").bytes, HasSubstr("<publicatieOpdracht"));
}

TEST_P(OfficialSchemas, AcceptFilesThatWereSplit) {
    Package package = many_places(60, 50);
    package.settings.version = GetParam();
    package.settings.max_bestand = 10'000;
    EXPECT_EQ(official_complaints(write_package(package), GetParam()), "");
}

TEST_P(OfficialSchemas, RefuseWhatIsWrong) {
    Package package = small_package();
    package.settings.version = GetParam();
    std::vector<PackageFile> files = write_package(package);
    for (PackageFile& file : files) {
        if (file.name == "owNormen.xml") file.bytes = replaced(file.bytes, ">11<", ">11,5<");
        if (file.name == "opdracht.xml") file.bytes = replaced(file.bytes, "00000001003214345000", "123");
    }
    EXPECT_THAT(official_complaints(files, GetParam()), AllOf(HasSubstr("owNormen.xml"), HasSubstr("opdracht.xml")));
}

INSTANTIATE_TEST_SUITE_P(Versions, OfficialSchemas, ::testing::Values(Version::stop_1_3_0, Version::stop_1_4_1),
                         [](const auto& version) { return version.param == Version::stop_1_3_0 ? "Stop130" : "Stop141"; });

struct Example {
    const char* folder;
    Version version;
    friend void PrintTo(const Example& example, std::ostream* out) { *out << example.folder; }
};

class WorkedExample : public ::testing::TestWithParam<Example> {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(folder_)) GTEST_SKIP() << "no worked example at " << folder_ << " (see PLANLEZER_SHARED)";
    }

    [[nodiscard]] std::string text_of(const std::string& name) const {
        std::ifstream file(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    /// With one name for the decision in all its identifiers, as this program has it.
    [[nodiscard]] std::string said_in(const std::string& name) const {
        return canonical(
            replaced(replaced(text_of(name), "gm9920_besluit0001__", "gm9920_planlezer1__"), "besluit0001", "planlezer-0001"));
    }

  private:
    std::filesystem::path folder_ =
        std::filesystem::path(PLANLEZER_SHARED) / "standards/examples/minimal-handmade" / GetParam().folder;
};

TEST_P(WorkedExample, SaysTheSame) {
    Package package = small_package();
    package.settings.version = GetParam().version;
    const std::string places = text_of("owLocaties.xml");
    static const std::regex reference("GeometrieRef xlink:href=\"([^\"]+)\"");
    std::sregex_iterator uuid(places.begin(), places.end(), reference);
    for (Gebied& gebied : package.gebieden) gebied.uuid = (*uuid++)[1];
    const std::vector<PackageFile> files = write_package(package);
    for (const char* name : {"besluit.xml", "opdracht.xml", "manifest-ow.xml", "owRegels.xml", "owNormen.xml", "owPons.xml"}) {
        EXPECT_EQ(canonical(file_named(files, name).bytes), said_in(name)) << name;
    }
    for (const char* name : {"maxbouwhoogte.gml", "maxgoothoogte.gml", "pons.gml"}) {
        EXPECT_EQ(canonical(file_named(files, std::string("GIO-") + name).bytes), said_in(name)) << name;
    }
    // The example calls a Gebied in IMOW otherwise than the same place in the GML.
    static const std::regex noemer("<l:noemer>[^<]*</l:noemer>");
    EXPECT_EQ(canonical(std::regex_replace(file_named(files, "owLocaties.xml").bytes, noemer, "")),
              canonical(std::regex_replace(places, noemer, "")));
}

INSTANTIATE_TEST_SUITE_P(Examples, WorkedExample,
                         ::testing::Values(Example{"b-wijziging-stop1.3.0", Version::stop_1_3_0},
                                           Example{"c-wijziging-stop1.4-imow3.1", Version::stop_1_4_1}),
                         [](const auto& example) { return std::string(1, example.param.folder[0]); });

TEST(PackageWriter, BreaksNoRuleThatThisProgramChecks) {
    for (const Version version : {Version::stop_1_3_0, Version::stop_1_4_1}) {
        for (Package package : {small_package(), full_package(), full_package(true)}) {
            package.settings.version = version;
            PackageFiles files;
            write_package(package, [&files](PackageFile&& file) { files[file.name] = std::move(file.bytes); });
            for (const Finding& finding : validate(files)) {
                // The full package shows them on purpose: a norm without a rule, a table in a list.
                const bool meant = finding.code == "OZON0026" || finding.code == "STOP0009";
                if (finding.severity != Severity::info && !meant) ADD_FAILURE() << finding_line(finding);
            }
        }
    }
}

TEST(PackageWriter, ListsEveryFileInTheManifestAndNothingElse) {
    const std::vector<PackageFile> files = write_package(full_package(true));
    const std::string& manifest = file_named(files, "manifest.xml").bytes;
    const std::vector<std::string> names = names_of(files);
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
    EXPECT_EQ(count(manifest, "<bestandsnaam>"), files.size());
    for (const PackageFile& file : files) {
        EXPECT_THAT(manifest,
                    HasSubstr("<bestandsnaam>" + file.name + "</bestandsnaam>\n  <contentType>" + file.media_type + "<"));
    }
    const std::string& ow = file_named(files, "manifest-ow.xml").bytes;
    for (const std::string& name : names) {
        EXPECT_EQ(count(ow, "<naam>" + name + "</naam>"), name.starts_with("ow") ? 1U : 0U) << name;
    }
}

TEST(PackageWriter, NamesTheDigestOfTheGml) {
    const std::vector<PackageFile> files = write_package(full_package());
    const std::string& gml = file_named(files, "GIO-maxbouwhoogte.gml").bytes;
    EXPECT_THAT(file_named(files, "GIO-maxbouwhoogte.xml").bytes, HasSubstr("<hash>" + sha512_hex(gml) + "</hash>"));
    EXPECT_EQ(sha512_hex("abc"),  // FIPS 180-4
              "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
              "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
}

TEST(PackageWriter, WritesTheSamePackageInTheSameBytes) {
    const std::vector<PackageFile> first = write_package(full_package());
    const std::vector<PackageFile> second = write_package(full_package());
    ASSERT_EQ(names_of(first), names_of(second));
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].bytes, second[i].bytes) << first[i].name;
}

struct CommaPoint : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

TEST(PackageWriter, WritesNumbersTheSameUnderADutchLocale) {
    const Package package = many_places(20, 5);
    const std::vector<PackageFile> usual = write_package(package);
    const std::locale before = std::locale::global(std::locale(std::locale(), new CommaPoint));
    const std::vector<PackageFile> dutch = write_package(package);
    std::locale::global(before);
    ASSERT_EQ(names_of(usual), names_of(dutch));
    for (std::size_t i = 0; i < usual.size(); ++i) EXPECT_EQ(usual[i].bytes, dutch[i].bytes) << usual[i].name;
}

TEST(PackageWriter, LeavesNoWhiteSpaceWhereItCounts) {
    const std::string besluit = file_named(write_package(full_package()), "besluit.xml").bytes;
    EXPECT_THAT(besluit, HasSubstr("ref=\"/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1\">/join/id/regdata/gm9920/2026/pons/"
                                   "nld@2026-12-01;1</ExtIoRef>.</Al>"));
    EXPECT_THAT(besluit, HasSubstr("<Al>De bouwhoogte is niet hoger dan de ter plaatse van de locatie '<IntIoRef eId="));
    EXPECT_THAT(besluit, HasSubstr(">maximum bouwhoogte</IntIoRef>' bepaalde waarde.</Al>"));
    EXPECT_THAT(besluit, HasSubstr("<Term>maximum bouwhoogte</Term>"));
}

TEST(PackageWriter, EscapesAndCleansText) {
    Package package = full_package();
    package.title = "A & B <c> \x01\"d\" \xFF\n\xC3\xA9";
    const std::string besluit = file_named(write_package(package), "besluit.xml").bytes;
    EXPECT_THAT(besluit, HasSubstr("<officieleTitel>A &amp; B &lt;c&gt; &quot;d&quot; \xEF\xBF\xBD \xC3\xA9</officieleTitel>"));
    EXPECT_THAT(besluit, HasSubstr("a &lt; b &amp; b &gt; c"));
}

TEST(PackageWriter, PutsNewTextWhereTheSettingsSay) {
    const std::string besluit = file_named(write_package(full_package()), "besluit.xml").bytes;
    EXPECT_THAT(besluit, HasSubstr("<VoegToe positie=\"volgtOp\" context=\"gm9920_1-0__chp_22\">"));
    EXPECT_THAT(besluit, HasSubstr("<Wat>Na hoofdstuk 22 wordt een hoofdstuk ingevoegd, luidende:</Wat>"));
    EXPECT_THAT(besluit, HasSubstr("<Wat>Na bijlage II wordt een bijlage ingevoegd, luidende:</Wat>"));
    const std::string anew = file_named(write_package(full_package(true)), "besluit.xml").bytes;
    EXPECT_THAT(anew, AllOf(HasSubstr("<RegelingCompact "), HasSubstr("<soortRegeling>"), Not(HasSubstr("VoegToe")),
                            Not(HasSubstr(" was="))));
}

TEST(PackageWriter, KeepsAnArticleWithoutWordsAsReserved) {
    const std::string besluit = file_named(write_package(full_package()), "besluit.xml").bytes;
    EXPECT_EQ(count(besluit, "<Gereserveerd/>"), 1U);
    EXPECT_EQ(count(besluit, "<Al/>") + count(besluit, "<Al></Al>"), 0U);
}

TEST(PackageWriter, MakesNoFilesOfAPackageWithoutText) {
    Package package = small_package();
    package.parts.clear();
    EXPECT_TRUE(write_package(package).empty());
}

TEST(PackageWriter, SplitsOwFilesThatWouldBeTooLarge) {
    Package package = many_places(60, 50);
    package.settings.max_bestand = 10'000;
    const std::vector<PackageFile> files = write_package(package);
    std::size_t gebieden = 0;
    std::size_t parts = 0;
    for (const PackageFile& file : files) {
        if (!file.name.starts_with("owLocaties-")) continue;
        EXPECT_LE(file.bytes.size(), 10'000U) << file.name;
        gebieden += count(file.bytes, "<l:Gebied>");
        EXPECT_EQ(file.bytes.find("<sl:objectType>Gebiedengroep<") != std::string::npos,
                  file.bytes.find("<l:Gebiedengroep>") != std::string::npos);
        EXPECT_THAT(file_named(files, "manifest-ow.xml").bytes, HasSubstr("<naam>" + file.name + "</naam>"));
        ++parts;
    }
    EXPECT_GT(parts, 2U);
    EXPECT_EQ(gebieden, package.gebieden.size());
    EXPECT_THAT(names_of(files), ::testing::Contains("owLocaties-1.xml"));
    EXPECT_THAT(names_of(files), Not(::testing::Contains("owLocaties.xml")));
    EXPECT_EQ(count(file_named(files, "GIO-maxbouwhoogte.gml").bytes, "<geo:Locatie>"), 60U);  // never cut
}

TEST(PackageWriter, WritesThousandsOfPlacesInSeconds) {
    const Package package = many_places(4000, 30);
    std::size_t bytes = 0;
    const auto begin = std::chrono::steady_clock::now();
    write_package(package, [&bytes](PackageFile&& file) { bytes += file.bytes.size(); });
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
    EXPECT_GT(bytes, 5'000'000U);
}

}  // namespace
}  // namespace planlezer::omgevingsplan
