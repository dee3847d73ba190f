#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "schemas/omgevingsplan/validate/rules/text_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/text_walk.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

/// Elements by component and eId.
using Targets = std::unordered_map<std::string, Element>;

Targets targets_of(const Delivery& delivery) {
    Targets found;
    for (const TextNode& node : delivery.text)
        found.emplace(delivery.components[node.component].name + "#" + node.e_id, node.element);
    return found;
}

/// "component#eId" that an IntRef means, from where it stands.
std::string target_key(Element reference) {
    const std::string ref = reference.attribute("ref");
    const std::size_t mark = ref.find('#');
    if (ref.starts_with('!') && mark != std::string::npos) return ref.substr(1);
    for (Element at = reference.parent(); at; at = at.parent()) {
        if (at.has_attribute("componentnaam")) return at.attribute("componentnaam") + "#" + ref;
    }
    return "#" + ref;
}

/// Inside a mutation, or into one, the rest of the text is not at hand.
bool can_be_elsewhere(const Delivery& delivery, Element reference) {
    if (reference.ancestor("RegelingMutatie") || reference.ancestor("BesluitMutatie")) return true;
    const std::string key = target_key(reference);
    const std::string component = key.substr(0, key.find('#'));
    return std::ranges::any_of(delivery.components,
                               [&](const Component& c) { return c.name == component && c.element.name() == "RegelingMutatie"; });
}

}  // namespace

void internal_reference_exists(const Delivery& delivery, const Report& report) {
    const Targets targets = targets_of(delivery);
    each_text(delivery, "IntRef", [&](Element reference) {
        if (!can_be_elsewhere(delivery, reference) && !targets.contains(target_key(reference))) {
            report.at(delivery.besluit, reference, reference.attribute("ref"),
                      "Deze verwijzing gaat naar een eId die er niet is; verbeter ref.");
        }
    });
}

void scope_is_that_of_the_target(const Delivery& delivery, const Report& report) {
    const Targets targets = targets_of(delivery);
    each_text(delivery, "IntRef", [&](Element reference) {
        const auto target = targets.find(target_key(reference));
        if (can_be_elsewhere(delivery, reference) || target == targets.end() || !reference.has_attribute("scope")) return;
        if (reference.attribute("scope") != target->second.name()) {
            report.at(delivery.besluit, reference, reference.attribute("ref"),
                      "De scope van deze verwijzing is niet het soort element waar zij naartoe gaat (" +
                          std::string(target->second.name()) + ").");
        }
    });
}

void internal_object_reference_exists(const Delivery& delivery, const Report& report) {
    std::unordered_set<std::string> objects;
    for (const TextNode& node : delivery.text) {
        if (node.element.name() == "ExtIoRef") objects.insert(node.w_id);
    }
    each_text(delivery, "IntIoRef", [&](Element reference) {
        // A change may refer to what the regeling had; a change we made brings all it refers to.
        const bool elsewhere = reference.ancestor("RegelingMutatie") && !delivery.ours;
        if (!elsewhere && !objects.contains(reference.attribute("ref"))) {
            report.at(delivery.besluit, reference,
                      "Deze IntIoRef verwijst niet naar de wId van een ExtIoRef; neem die wId over in ref.");
        }
    });
}

}  // namespace planlezer::omgevingsplan::validation
