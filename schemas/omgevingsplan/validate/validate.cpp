#include "schemas/omgevingsplan/validate/validate.hpp"

#include "schemas/omgevingsplan/validate/delivery.hpp"
#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan {

std::vector<Finding> validate(const PackageFiles& files, const ValidateOptions& /*options*/) {
    std::vector<Finding> findings;
    const validation::Delivery delivery(files, findings);
    for (const validation::Rule& rule : validation::all_rules()) rule.check(delivery, validation::Report(rule.code, rule.severity, findings));
    sort_findings(findings);
    return findings;
}

}  // namespace planlezer::omgevingsplan
