#include "schemas/omgevingsplan/write/identity.hpp"

namespace planlezer::omgevingsplan {

VersionNames version_names(Version version) {
    if (version == Version::stop_1_4_1) return {"1.4.1", "1.3.0-ic", "v3.1.0"};
    return {"1.3.0", "1.2.0", ""};
}

std::string decision_work(const Package& package) {
    return "/akn/nl/bill/" + package.settings.gemeente + "/" + package.settings.jaar + "/" + package.id;
}

std::string decision_expression(const Package& package) {
    return decision_work(package) + "/nld@" + package.settings.vastgesteld_op + ";1";
}

std::string purpose(const Package& package) {
    return "/join/id/proces/" + package.settings.gemeente + "/" + package.settings.jaar + "/" + package.id;
}

std::string born_w_id(const Package& package, std::string_view e_id) {
    return package.settings.gemeente + "_" + package.tag + "__" + std::string(e_id);
}

std::string municipality(const Settings& settings) { return "/tooi/id/gemeente/" + settings.gemeente; }

}  // namespace planlezer::omgevingsplan
