// Prints results in the published form, one after another with a line "---" between, for the check against the schema.
#include <iostream>

#include "schemas/json/plan_result_writer.hpp"
#include "tests/schemas/sample_result.hpp"

int main() {
    planlezer::PlanResult empty;
    empty.plan_id = "leeg";
    std::cout << planlezer::write_plan_result(planlezer::testing::sample_result()) << "---\n"
              << planlezer::write_plan_result(empty);
    return 0;
}
