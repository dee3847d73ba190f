#include <algorithm>
#include <map>
#include <set>

#include "schemas/omgevingsplan/validate/rules/ow_norm_rules.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::string_view of_the_state = "nl.imow-mnre1034.activiteit.ActInOmgevingsplan";
constexpr std::string_view top_name = "Activiteit gereguleerd in het omgevingsplan gemeente ";

struct Activity {
    const OwObject* object;
    std::string above;  ///< bovenliggendeActiviteit
    [[nodiscard]] bool is_top() const { return above.starts_with("nl.imow-mnre"); }
};

std::vector<Activity> activities(const Delivery& delivery) {
    std::vector<Activity> found;
    for (const OwObject& object : delivery.objects) {
        if (object.kind != "Activiteit" || object.ended) continue;
        found.push_back({&object, object.element.child("bovenliggendeActiviteit").child("ActiviteitRef").attribute("href")});
    }
    return found;
}

}  // namespace

void activities_have_one_top(const Delivery& delivery, const Report& report) {
    const auto all = activities(delivery);
    std::size_t tops = 0;
    for (const Activity& activity : all) {
        if (!activity.is_top()) continue;
        const std::string name = activity.object->element.child_text("naam");
        if (++tops > 1)
            report.at(activity.object->file, activity.object->element, activity.object->id,
                      "Een omgevingsplan heeft een bovenste activiteit, en dit is er nog een; laat er een over.");
        if (!name.starts_with(top_name)) {
            report.at(activity.object->file, activity.object->element, activity.object->id,
                      "De bovenste activiteit heet '" + std::string(top_name) +
                          "' met daarachter de naam van de gemeente; deze heet '" + name + "'.");
        }
    }
    if (delivery.initial && !all.empty() && tops == 0) {
        report.at(all.front().object->file, all.front().object->element, all.front().object->id,
                  "Bij activiteiten hoort een bovenste activiteit '" + std::string(top_name) + "...'; voeg die toe.");
    }
}

void activity_is_below_one_of_the_regeling(const Delivery& delivery, const Report& report) {
    for (const Activity& activity : activities(delivery)) {
        const bool known = !delivery.with_id(activity.above).empty();
        if (!activity.is_top() && !known && delivery.initial && delivery.complete()) {
            report.at(activity.object->file, activity.object->element, activity.object->id,
                      "De bovenliggende activiteit " + activity.above +
                          " hoort niet bij deze regeling; kies er een uit deze regeling.");
        }
    }
}

void top_activity_is_below_that_of_the_state(const Delivery& delivery, const Report& report) {
    for (const Activity& activity : activities(delivery)) {
        if (activity.is_top() && activity.above != of_the_state) {
            report.at(
                activity.object->file, activity.object->element, activity.object->id,
                "De bovenste activiteit van een omgevingsplan valt onder " + std::string(of_the_state) + "; verwijs daarnaar.");
        }
    }
}

void activity_is_not_above_itself(const Delivery& delivery, const Report& report) {
    std::map<std::string, std::string> above;
    for (const Activity& activity : activities(delivery)) above.emplace(activity.object->id, activity.above);
    for (const Activity& activity : activities(delivery)) {
        std::set<std::string> passed{activity.object->id};
        std::string at = activity.above;
        while (above.contains(at) && passed.insert(at).second) at = above.at(at);
        if (at == activity.object->id)
            report.at(activity.object->file, activity.object->element, activity.object->id,
                      "Deze activiteit valt, al dan niet via andere, onder zichzelf; verbeter bovenliggendeActiviteit.");
    }
}

}  // namespace planlezer::omgevingsplan::validation
