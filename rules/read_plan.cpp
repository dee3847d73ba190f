#include "rules/read_plan.hpp"

#include "rules/assemble/assemble.hpp"

namespace planlezer {

PlanResult read_plan(const PlanInput& input, const RuleBook&) { return assemble_documents(input); }

}  // namespace planlezer
