// Prints results in the published form, one after another with a line "---" between, for the check against the schema.
#include <iostream>

#include "schemas/json/plan_result_writer.hpp"
#include "tests/schemas/sample_result.hpp"

namespace {

/// A flag of every code, so that a code which the schema does not know is noticed.
planlezer::PlanResult every_flag() {
    planlezer::PlanResult result;
    result.plan_id = "vlaggen";
    for (const planlezer::FlagRow& row : planlezer::flag_table()) result.flags.push_back({row.code, "", {}, std::nullopt});
    return result;
}

}  // namespace

int main() {
    planlezer::PlanResult empty;
    empty.plan_id = "leeg";
    std::cout << planlezer::write_plan_result(planlezer::testing::sample_result()) << "---\n"
              << planlezer::write_plan_result(empty) << "---\n"
              << planlezer::write_plan_result(every_flag());
    return 0;
}
