#include "schemas/omgevingsplan/validate/validate.hpp"

#include "schemas/omgevingsplan/validate/delivery.hpp"
#include "schemas/omgevingsplan/validate/rule.hpp"
#include "schemas/omgevingsplan/validate/schema/relax_ng.hpp"
#include "schemas/omgevingsplan/validate/schema/xml_schema.hpp"

namespace planlezer::omgevingsplan {

std::vector<Finding> validate(const PackageFiles& files, const ValidateOptions& options) {
    std::vector<Finding> findings;
    const validation::Delivery delivery(files, findings);
    validation::check_schemas(delivery, options.schemas, findings);
    if (!options.profile.empty()) validation::check_profile(delivery, options.profile, findings);
    for (const validation::Rule& rule : validation::all_rules())
        rule.check(delivery, validation::Report(rule.code, rule.severity, findings));
    sort_findings(findings);
    return findings;
}

}  // namespace planlezer::omgevingsplan
