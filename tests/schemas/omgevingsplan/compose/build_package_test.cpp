#include "schemas/omgevingsplan/compose/build_package.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "schemas/geometry/polygons.hpp"
#include "tests/schemas/omgevingsplan/compose/plan_of_rules.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::field;
using testing::map_of_plan;
using testing::plan_of_rules;
using testing::rule;

/// Two values from the map and one from the text, one norm that waits and one that is a power; the plan has a map.
PlanResult mapped_plan() {
    PlanResult plan = plan_of_rules();
    plan.maps = {map_of_plan()};
    const std::string item = "art_4__lid_4.2__ond_b";
    plan.norms = {rule("maximum bouwhoogte", "hoofdgebouwen", "9", item), rule("maximum bouwhoogte", "hoofdgebouwen", "11", item),
                  rule("maximum goothoogte", "hoofdgebouwen", "6", item), rule("maximum bouwhoogte", "schuren", "3", item), rule("maximum bouwhoogte", "schuren", "5", item)};
    for (std::size_t i : {0U, 1U}) {
        plan.norms[i].value_source = ValueSource::map;
        plan.norms[i].area = field(i == 0 ? 0 : 50, 0, 50, 100);
    }
    plan.norms[2].area = field(0, 0, 100, 100);
    plan.norms[3].status = NormStatus::review;
    plan.norms[4].role = NormRole::deviation;
    return plan;
}

/// What refers to nothing, or to what is not there.
std::vector<std::string> dangling(const Package& package) {
    std::set<std::string> known{package.ambtsgebied};
    std::vector<std::string> faults;
    std::map<std::string, int> used;
    for (const Gebied& gebied : package.gebieden) known.insert(gebied.id);
    for (const Gebiedengroep& group : package.groups) known.insert(group.id);
    const auto place = [&](const std::vector<std::string>& ids) {
        if (ids.empty()) faults.push_back("no place");
        for (const std::string& id : ids) {
            if (!known.contains(id)) faults.push_back(id);
            ++used[id];
        }
    };
    for (const Omgevingsnorm& norm : package.norms) {
        for (const Normwaarde& value : norm.values) place(value.locations);
    }
    for (const Gebiedsaanwijzing& designation : package.designations) place(designation.locations);
    for (const JuridischeRegel& rule : package.rules) place(rule.locations);
    for (const Gebiedengroep& group : package.groups) {
        place(group.gebieden);
        if (!used.contains(group.id)) faults.push_back("unused " + group.noemer);
    }
    for (const Gebied& gebied : package.gebieden) {
        if (!used.contains(gebied.id) && !(package.pons && package.gebieden[package.gios[package.pons->gio].locations[0].gebied].id == gebied.id)) faults.push_back("unused " + gebied.noemer);
    }
    return faults;
}

std::vector<std::string> values_of(const Omgevingsnorm& norm) {
    std::vector<std::string> values;
    for (const Normwaarde& value : norm.values) values.push_back(value.value);
    return values;
}

TEST(Package, HoldsWhatIsSureAndNamesTheRest) {
    const Package package = build_package(mapped_plan(), Settings{});
    EXPECT_THAT(dangling(package), ElementsAre());
    ASSERT_EQ(package.norms.size(), 2U);
    EXPECT_EQ(package.norms[0].naam, "maximum bouwhoogte hoofdgebouwen");
    EXPECT_THAT(values_of(package.norms[0]), ElementsAre("9", "11"));
    EXPECT_EQ(package.norms[1].values[0].kind, ValueKind::in_text);
    EXPECT_EQ(package.norms[1].eenheid, "");
    ASSERT_EQ(package.left_out.size(), 2U);
    EXPECT_EQ(package.left_out[0].norm, "n0004");
    EXPECT_THAT(package.left_out[0].reason, HasSubstr("wacht op een beoordeling"));
    EXPECT_THAT(package.left_out[1].reason, HasSubstr("bevoegdheid om af te wijken"));
}

TEST(Package, AGioHasTheValuesOfItsNorm) {
    const Package package = build_package(mapped_plan(), Settings{});
    const InformationObject& gio = package.gios[0];
    EXPECT_EQ(gio.name, package.norms[0].naam);
    EXPECT_EQ(gio.norm_type, package.norms[0].type);
    ASSERT_EQ(gio.locations.size(), 2U);
    EXPECT_EQ(package.gebieden[gio.locations[1].gebied].id, package.norms[0].values[1].locations[0]);
    EXPECT_EQ(gio.locations[1].value, "11");
    EXPECT_EQ(package.gios[1].values, ValueKind::none);
}

TEST(Package, APieceOfGroundIsAPlaceOfItsOwn) {
    PlanResult plan = mapped_plan();
    plan.norms[0].area.push_back(field(0, 300, 10, 10).front());
    const Package package = build_package(plan, Settings{});
    EXPECT_EQ(package.gios[0].locations.size(), 3U);
    ASSERT_EQ(package.groups.size(), 1U);
    EXPECT_EQ(package.groups[0].gebieden.size(), 3U);
    EXPECT_EQ(package.norms[0].values[0].locations.size(), 2U);
    EXPECT_THAT(dangling(package), ElementsAre());
}

TEST(Package, EveryLeafHasItsTextAndRules) {
    const Package package = build_package(mapped_plan(), Settings{});
    EXPECT_EQ(package.regelteksten.size(), 3U) << "introduction, 4.1 and 4.2";
    EXPECT_EQ(package.rules.size(), 5U) << "the introduction; Wonen twice; two norms";
}

TEST(Package, BestemmingenAreFuncties) {
    const Package package = build_package(mapped_plan(), Settings{});
    ASSERT_EQ(package.designations.size(), 1U);
    EXPECT_EQ(package.designations[0].naam, "Wonen");
    EXPECT_THAT(package.designations[0].groep, HasSubstr("/functie/id/concept/Wonen"));
}

TEST(Package, ThePonsIsTheContourAndWhatWasTakenOutBefore) {
    Settings settings;
    settings.pons_bestaand = field(200, 0, 10, 10);
    settings.pons_id = "nl.imow-gm9920.pons.oud";
    settings.pons_work = "/join/id/regdata/gm9920/2025/pons";
    const Package package = build_package(mapped_plan(), settings);
    ASSERT_TRUE(package.pons.has_value());
    EXPECT_EQ(package.pons->id, settings.pons_id);
    const InformationObject& gio = package.gios[package.pons->gio];
    EXPECT_EQ(gio.work, settings.pons_work);
    EXPECT_DOUBLE_EQ(area(package.gebieden[gio.locations[0].gebied].shape), 100 * 100 + 10 * 10);
    EXPECT_EQ(gio.item_e_id, "") << "the list of information objects does not name it";
}

TEST(Package, ANormWithoutAPlaceHoldsInTheWholePlanAndSaysSo) {
    PlanResult plan = mapped_plan();
    plan.norms[2].area.clear();
    const Package package = build_package(plan, Settings{});
    ASSERT_EQ(package.remarks.size(), 1U);
    EXPECT_EQ(package.remarks[0].norm, "n0003");
    EXPECT_THAT(dangling(package), ElementsAre());
    EXPECT_EQ(package.gebieden[package.gios[1].locations[0].gebied].shape, field(0, 0, 100, 100));
}

TEST(Package, APlanWithoutAnyPlaceIsTextAlone) {
    PlanResult plan = plan_of_rules();
    plan.norms = {rule("maximum bouwhoogte", "schuren", "3", "art_4__lid_4.2__ond_b")};
    const Package package = build_package(plan, Settings{});
    EXPECT_TRUE(package.gios.empty());
    EXPECT_FALSE(package.pons.has_value());
    ASSERT_EQ(package.norms.size(), 1U);
    EXPECT_EQ(package.norms[0].values[0].kind, ValueKind::in_text);
    EXPECT_THAT(dangling(package), ElementsAre());
    EXPECT_FALSE(package.ambtsgebied.empty());
}

TEST(Package, SaysWhatIsOddAboutAPlan) {
    PlanResult plan = mapped_plan();
    plan.flags.push_back({FlagCode::draft_document, "ontwerp", {}, std::nullopt});
    plan.articles[2].passages[0].text = "Zie artikel 3 en de plankaart.";
    Settings settings;
    settings.fictional = false;
    settings.gemeente = "gm0297";
    const Package package = build_package(plan, settings);
    EXPECT_FALSE(package.pons.has_value());
    std::string reasons;
    for (const Remark& remark : package.remarks) reasons += remark.reason + "\n";
    EXPECT_THAT(reasons, HasSubstr("van gemeente gm9920, de instellingen zijn van gm0297"));
    EXPECT_THAT(reasons, HasSubstr("noemt zichzelf een ontwerp"));
    EXPECT_THAT(reasons, HasSubstr("noemen een artikel of lid van het oude plan"));
}

TEST(Package, ABestemmingThatIsNotSureOnASheetIsNoFunctie) {
    PlanResult plan = mapped_plan();
    plan.maps[0].file = "kaart.pdf";
    plan.maps[0].page = 1;
    EXPECT_EQ(build_package(plan, Settings{}).designations.size(), 1U);
    plan.maps[0].objects[1].confidence = 0.6;
    const Package package = build_package(plan, Settings{});
    EXPECT_THAT(package.designations, ::testing::IsEmpty());
    EXPECT_TRUE(std::ranges::any_of(package.remarks, [](const Remark& r) { return r.reason.find("niet alle grond op de kaart kaart.pdf") == 0; }));
    EXPECT_THAT(dangling(package), ElementsAre());
}

TEST(Package, ABestemmingWithoutANameIsNoFunctie) {
    PlanResult plan = mapped_plan();
    ASSERT_EQ(build_package(plan, Settings{}).designations.size(), 1U);
    plan.maps[0].objects[1].name.clear();
    EXPECT_THAT(build_package(plan, Settings{}).designations, ::testing::IsEmpty());
    plan.maps[0].objects[1].name = "()";  // as bad a scan may have it
    for (const InformationObject& gio : build_package(plan, Settings{}).gios) EXPECT_EQ(gio.work.find("/-"), std::string::npos) << gio.work;
}

TEST(Package, ARuleOnBouwvlakkenHoldsInItsOwnBestemming) {
    PlanResult plan = mapped_plan();
    PlanObject inside;
    inside.kind = PlanObjectKind::bouwvlak;
    inside.name = "bouwvlak";
    inside.area = field(10, 10, 20, 20);
    PlanObject outside = inside;
    outside.area = field(300, 10, 20, 20);
    plan.maps[0].objects.push_back(inside);
    plan.maps[0].objects.push_back(outside);
    const Package package = build_package(plan, Settings{});
    ASSERT_EQ(package.designations.size(), 2U);
    const auto rule_on_bouwvlak = std::ranges::find(package.rules, package.designations[1].id, &JuridischeRegel::gebiedsaanwijzing);
    ASSERT_NE(rule_on_bouwvlak, package.rules.end());
    ASSERT_EQ(rule_on_bouwvlak->locations.size(), 1U);
    const auto place = std::ranges::find(package.gebieden, rule_on_bouwvlak->locations[0], &Gebied::id);
    ASSERT_NE(place, package.gebieden.end()) << "one of the two, not their group";
    EXPECT_EQ(place->shape, inside.area);
}

TEST(Package, APlaceInsideAnotherIsItsOwn) {
    PlanResult plan = mapped_plan();
    plan.norms = {rule("maximum bouwhoogte", "schuren", "3", "art_4__lid_4.1"), rule("maximum bouwhoogte", "schuren", "3", "art_4__lid_4.2")};
    plan.norms[1].area = field(10, 10, 10, 10);
    const Package package = build_package(plan, Settings{});
    const auto rule_of = [&](const std::string& end) {
        return std::ranges::find_if(package.rules, [&](const JuridischeRegel& rule) {
            return !rule.omgevingsnorm.empty() && std::ranges::find(package.regelteksten, rule.regeltekst, &Regeltekst::id)->w_id.ends_with(end);
        });
    };
    ASSERT_EQ(rule_of("22a.4.2")->locations.size(), 1U);
    EXPECT_EQ(std::ranges::find(package.gebieden, rule_of("22a.4.2")->locations[0], &Gebied::id)->shape, field(10, 10, 10, 10));
    EXPECT_THAT(dangling(package), ElementsAre());
}

TEST(Package, ANormOutsideTheTextGetsAnArtikel) {
    PlanResult plan = mapped_plan();
    plan.norms[2].article_id = "elders";
    const Package package = build_package(plan, Settings{});
    const Part& added = package.parts[0].parts.back().parts[0];
    EXPECT_EQ(added.blocks[0].al[0].text, "De goothoogte van hoofdgebouwen is ten hoogste 6 m.");
    EXPECT_THAT(dangling(package), ElementsAre());
}

TEST(Package, InTheFormNormsEveryValueIsOnlyByPlace) {
    Settings settings;
    settings.form = Form::norms;
    const Package package = build_package(mapped_plan(), settings);
    ASSERT_EQ(package.parts.size(), 1U);
    ASSERT_EQ(package.parts[0].parts.size(), 2U);
    const auto& sentence = package.parts[0].parts[1].blocks[0].al;
    EXPECT_EQ(sentence[0].text + sentence[1].text + sentence[2].text,
              "De goothoogte van hoofdgebouwen is ten hoogste de ter plaatse van de locatie 'maximum goothoogte hoofdgebouwen' aangegeven waarde.");
    EXPECT_EQ(package.norms[1].values[0].kind, ValueKind::quantitative);
    EXPECT_EQ(package.norms[1].values[0].value, "6");
    EXPECT_THAT(dangling(package), ElementsAre());
    ASSERT_EQ(package.remarks.size(), 1U);
    EXPECT_THAT(package.remarks[0].reason, HasSubstr("de Pons laat het hele plan vervallen"));
}

TEST(Package, ManyPlansAreOneRuleANorm) {
    std::vector<PlanResult> plans{mapped_plan(), mapped_plan()};
    plans[1].plan_id = plans[1].imro_id = "NL.IMRO.9920.BPanders-VG01";
    for (NormStatement& norm : plans[1].norms) {
        for (Polygon& polygon : norm.area) {
            for (Point& point : polygon.outer) point.x += 1000;
        }
    }
    plans.push_back(plan_of_rules());
    plans[2].norms = {rule("maximum bouwhoogte", "silo's", "20", "")};
    Settings settings;
    settings.form = Form::norms;
    const Package package = build_joined_package(plans, settings);
    EXPECT_EQ(package.left_out.size(), 5U) << "two of each plan, and one that has no place among them";
    ASSERT_EQ(package.norms.size(), 2U);
    EXPECT_EQ(package.norms[0].values[0].locations.size(), 2U);
    EXPECT_THAT(package.norms[0].values[0].norms, ElementsAre("NL.IMRO.9920.BPdorp-VG01 n0001", "NL.IMRO.9920.BPanders-VG01 n0001"));
    EXPECT_THAT(dangling(package), ElementsAre());
}

TEST(Package, AChangedValueChangesOnlyWhatHoldsIt) {
    PlanResult changed = mapped_plan();
    changed.norms[0].value = Decimal::parse("8");
    const Package before = build_package(mapped_plan(), Settings{});
    const Package after = build_package(changed, Settings{});
    EXPECT_EQ(before.norms[0].id, after.norms[0].id);
    EXPECT_NE(before.norms[0].values[0].id, after.norms[0].values[0].id);
    EXPECT_EQ(before.norms[0].values[1].id, after.norms[0].values[1].id);
    for (std::size_t i = 0; i < before.gebieden.size(); ++i) EXPECT_EQ(before.gebieden[i].uuid, after.gebieden[i].uuid);
    for (std::size_t i = 0; i < before.rules.size(); ++i) EXPECT_EQ(before.rules[i].id, after.rules[i].id);
}

}  // namespace
}  // namespace planlezer::omgevingsplan
