#include "rules/read_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace planlezer {
namespace {

const RuleBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded;
}

TEST(ReadPlan, APlanThatSaysNothingSaysSo) {
    PlanInput input;
    input.plan_id = input.imro_id = "NL.IMRO.0001.Dorp-VA01";
    DocumentPages form;
    form.document.file = "g_NL.IMRO.0001.Dorp-VA01.gml";
    form.imro.emplace();
    form.imro->imro_id = input.imro_id;
    input.documents.push_back(form);
    const PlanResult result = read_plan(input, book());
    ASSERT_EQ(result.flags.size(), 1U);
    EXPECT_EQ(result.flags[0].code, FlagCode::nothing_found);
    ASSERT_TRUE(result.flags[0].provenance);
    EXPECT_EQ(result.flags[0].provenance->file, form.document.file);
}

TEST(ReadPlan, TheLegendOfOneSheetExplainsTheOthers) {
    AreaStyle yellow;
    yellow.fill = Rgb{255, 255, 0};
    MapSheet first;
    first.text.number = 1;
    first.text.width = first.text.height = 800;
    first.scale = 1000;
    first.areas = {{yellow, {{{{100, 100}, {100, 300}, {300, 300}, {300, 100}}, {}}}, 1.0}};
    MapSheet second = first;
    second.text.number = 2;
    LegendEntry wonen;
    wonen.style = yellow;
    wonen.code = "W";
    wonen.text = "Wonen";
    wonen.heading = "Enkelbestemmingen";
    LegendEntry tuin = wonen;
    tuin.style.fill = Rgb{200, 215, 110};
    tuin.code = "T";
    tuin.text = "Tuin";
    first.legend = {wonen, tuin};
    PlanInput input;
    input.plan_id = "dorp";
    DocumentPages map;
    map.document.file = "v_dorp.pdf";
    map.document.pages = 2;
    map.sheets = {first, second};
    input.documents.push_back(map);
    const PlanResult result = read_plan(input, book());
    ASSERT_EQ(result.maps.size(), 2U);
    for (const PlanMap& sheet : result.maps) {
        ASSERT_EQ(sheet.objects.size(), 1U);
        EXPECT_EQ(sheet.objects[0].name, "Wonen");
    }
}

}  // namespace
}  // namespace planlezer
