// Writes one package of very many plans: those of a run, again and again, each time elsewhere in the country.
//
// Usage: many_plans RESULTS COUNT FOLDER [MOST-BYTES]. RESULTS is a folder of plans/*.json. Prints how long it took and how much
// memory; the test that calls it looks at the files.
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "schemas/json/plan_result_reader.hpp"
#include "schemas/omgevingsplan/compose/build_package.hpp"
#include "schemas/omgevingsplan/write/package_writer.hpp"

namespace {

using namespace planlezer;
namespace fs = std::filesystem;

std::vector<PlanResult> results_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<PlanResult> results;
    for (const fs::path& file : files) {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        if (auto result = read_plan_result(text.str())) results.push_back(std::move(*result));
    }
    return results;
}

void shift(MultiPolygon& area, double east, double north) {
    const auto move = [&](Ring& ring) {
        for (Point& point : ring) point = {point.x + east, point.y + north};
    };
    for (Polygon& polygon : area) {
        move(polygon.outer);
        for (Ring& hole : polygon.holes) move(hole);
    }
}

/// The same plan on other ground: a grid of places some kilometres apart.
PlanResult elsewhere(PlanResult plan, std::size_t copy) {
    const double east = static_cast<double>(copy % 8) * 5000;
    const double north = static_cast<double>(copy / 8) * 5000;
    plan.plan_id += "-" + std::to_string(copy);
    for (NormStatement& norm : plan.norms) shift(norm.area, east, north);
    for (PlanMap& map : plan.maps) {
        for (PlanObject& object : map.objects) shift(object.area, east, north);
    }
    return plan;
}

std::size_t number(const char* text) {
    std::size_t value = 0;
    std::from_chars(text, text + std::strlen(text), value);
    return value;
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) {
        std::cerr << "many_plans RESULTS COUNT FOLDER [MOST-BYTES]\n";
        return 2;
    }
    const std::vector<PlanResult> found = results_in(words[1]);
    const std::size_t wanted = number(words[2]);
    if (found.empty() || wanted == 0) return 2;
    std::vector<PlanResult> plans;
    for (std::size_t i = 0; i < wanted; ++i) plans.push_back(elsewhere(found[i % found.size()], i / found.size()));

    const auto began = std::chrono::steady_clock::now();
    omgevingsplan::Settings settings;
    settings.form = omgevingsplan::Form::norms;
    if (count > 4) settings.max_bestand = number(words[4]);
    const omgevingsplan::Package package = omgevingsplan::build_joined_package(plans, settings);
    fs::create_directories(words[3]);
    std::size_t files = 0;
    omgevingsplan::write_package(package, [&](omgevingsplan::PackageFile&& file) {
        std::ofstream(fs::path(words[3]) / file.name, std::ios::binary) << file.bytes;
        ++files;
    });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << plans.size() << " plans, " << package.norms.size() << " norms, " << package.gebieden.size() << " places, " << files << " files; seconds "
              << took.count() << "; megabytes " << usage.ru_maxrss / 1024 << "\n";
    return 0;
}
