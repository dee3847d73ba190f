#include "pipeline/plan_pipeline/document_reader.hpp"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>

#include <map>

#include "pipeline/worker_pool/failure_text.hpp"
#include "rules/read_plan.hpp"

namespace planlezer {

namespace {

FirstPage identify(const wire::PageContent& content) {
    if (const auto* page = std::get_if<TextPage>(&content)) return {find_imro_id({*page}), false};
    if (const auto* sheet = std::get_if<MapSheet>(&content)) return {find_imro_id({sheet->text}), false};
    if (const auto* plan = std::get_if<PlanMap>(&content)) return {plan->imro_id, true};
    return {};
}

}  // namespace

SurveyedFile DocumentReader::survey(const InputFile& file, bool needs_first_page) {
    SurveyedFile surveyed;
    if (file.failure) {
        surveyed.failure = file.failure;
        return surveyed;
    }
    surveyed.info = store_.find_document(file.sha256);
    if (!surveyed.info) {
        OpenedDocument opened = pool_.open(file);
        if (auto* failure = std::get_if<Failure>(&opened)) {
            surveyed.failure = std::move(*failure);
            return surveyed;
        }
        surveyed.info = std::get<wire::DocumentInfo>(std::move(opened));
        store_.keep(file.sha256, *surveyed.info);
    }
    progress_.expect_pages(static_cast<int>(surveyed.info->pages));
    if (!needs_first_page || surveyed.info->pages == 0) return surveyed;
    bool kept = false;
    PageReading reading = read(file, *surveyed.info, 1, kept);
    surveyed.first_page_read = true;
    progress_.page_done();
    if (const auto* content = std::get_if<wire::PageContent>(&reading)) surveyed.first_page = identify(*content);
    if (!kept) surveyed.first_reading = std::move(reading);
    return surveyed;
}

PageReading DocumentReader::read(const InputFile& file, const wire::DocumentInfo& info, int number, bool& kept) {
    if (auto page = store_.find_page(file.sha256, number)) {
        kept = true;
        return std::move(*page);
    }
    PageReading reading = pool_.read_page(file, info, number);
    const auto* content = std::get_if<wire::PageContent>(&reading);
    kept = content != nullptr && store_.keep(file.sha256, number, *content);
    return reading;
}

PageReading DocumentReader::page(const InputFile& file, const SurveyedFile& surveyed, int number) {
    bool kept = false;
    PageReading reading = number == 1 && surveyed.first_reading ? *surveyed.first_reading : read(file, *surveyed.info, number, kept);
    if (number != 1 || !surveyed.first_page_read) progress_.page_done();
    return reading;
}

namespace {

/// An exception would end the survey of all files: here it is one file's failure.
SurveyedFile survey_safely(DocumentReader& reader, const InputFile& file, bool needs_first_page) {
    try {
        return reader.survey(file, needs_first_page);
    } catch (const std::exception& error) {
        SurveyedFile failed;
        failed.failure = failure_of_bug(error.what());
        return failed;
    }
}

}  // namespace

std::vector<SurveyedFile> survey(DocumentReader& reader, const Inputs& inputs, const std::stop_token& stop) {
    // A file that its own name or a folder's name identifies needs no first page to find its plan.
    const std::vector<bool> identified = identified_by_name(inputs);
    std::map<std::string, std::vector<std::size_t>> equals;
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const std::string& sha256 = inputs.files[i].sha256;
        equals[sha256.empty() ? "file " + std::to_string(i) : sha256].push_back(i);
    }
    std::vector<std::vector<std::size_t>> groups;
    for (auto& [sha256, files] : equals) groups.push_back(std::move(files));

    std::vector<SurveyedFile> surveyed(inputs.files.size());
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, groups.size(), 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t g = range.begin(); g != range.end(); ++g) {
                const std::vector<std::size_t>& files = groups[g];
                SurveyedFile result;
                if (stop.stop_requested()) {
                    result.failure = failure_of_fault(WorkerFault::stopped, 0);
                } else {
                    bool needs_first_page = false;
                    for (const std::size_t file : files) needs_first_page = needs_first_page || !identified[file];
                    result = survey_safely(reader, inputs.files[files.front()], needs_first_page);
                }
                for (const std::size_t file : files) surveyed[file] = result;
            }
        },
        tbb::simple_partitioner());
    return surveyed;
}

}  // namespace planlezer
