#include "schemas/json/plan_result_reader.hpp"

#include <charconv>

#include "schemas/json/json_layout.hpp"
#include "schemas/json/map_json.hpp"
#include "schemas/json/object_reader.hpp"
#include "schemas/json/plan_result_writer.hpp"

namespace planlezer {

namespace {

std::optional<Failure> read_failure(const Json& json) {
    ObjectReader reader(json);
    Failure failure;
    failure.page = reader.count("page");
    failure.kind = reader.named("kind", FailureKind::cancelled, failure_kind_text);
    failure.message = reader.text("message");
    return reader.ok() ? std::optional(std::move(failure)) : std::nullopt;
}

std::optional<Document> read_document(const Json& json) {
    ObjectReader reader(json);
    Document document;
    document.file = reader.text("file");
    document.sha256 = reader.text("sha256");
    document.media_type = reader.optional_text("media_type");
    document.role = reader.named("role", DocumentRole::other, document_role_text);
    document.pages = reader.count("pages");
    document.pages_ocr = reader.count("pages_ocr");
    document.failures = reader.list<Failure>("failures", read_failure);
    return reader.ok() ? std::optional(std::move(document)) : std::nullopt;
}

std::optional<TextCell> read_cell(const Json& json) {
    ObjectReader reader(json);
    TextCell cell;
    cell.row = reader.count("row");
    cell.column = reader.count("column");
    cell.row_span = reader.count("row_span");
    cell.column_span = reader.count("column_span");
    cell.head = reader.member("head") == Json(true);
    cell.text = reader.text("text");
    return reader.ok() ? std::optional(std::move(cell)) : std::nullopt;
}

std::optional<Passage> read_passage(const Json& json) {
    ObjectReader reader(json);
    Passage passage;
    passage.kind = reader.named("kind", PassageKind::tabel, passage_kind_text);
    passage.after = static_cast<std::size_t>(reader.count("after"));
    passage.text = reader.text("text");
    passage.confidence = reader.number("confidence");
    if (reader.ok() && passage.kind == PassageKind::tabel) {
        passage.rows = reader.count("rows");
        passage.columns = reader.count("columns");
        passage.head_rows = reader.count("head_rows");
        passage.cells = reader.list<TextCell>("cells", read_cell);
    }
    return reader.ok() ? std::optional(std::move(passage)) : std::nullopt;
}

std::optional<Article> read_article(const Json& json) {
    ObjectReader reader(json);
    Article article;
    article.id = reader.text("id");
    article.number = reader.text("number");
    article.kind = reader.text("kind");
    article.heading = reader.text("heading");
    article.parent = reader.optional_text("parent");
    article.provenance = provenance_of(reader);
    if (reader.has("text")) {
        article.label = reader.text("label");
        article.section = reader.named("section", SectionRole::annex, section_role_text);
        article.bestemming = reader.optional_text("bestemming");
        article.passages = reader.list<Passage>("text", read_passage);
    }
    return reader.ok() ? std::optional(std::move(article)) : std::nullopt;
}

std::optional<FlagCode> read_flag_code(const Json& json) {
    return json.is_string() ? flag_from_name(json.get_ref<const std::string&>()) : std::nullopt;
}

std::optional<NormStatement> read_norm(const Json& json) {
    ObjectReader reader(json);
    NormStatement norm;
    norm.kind = reader.text("kind");
    norm.comparator = reader.named("comparator", Comparator::exactly, comparator_text);
    norm.value = value_of(reader);
    norm.unit = unit_of(reader);
    norm.value_source = reader.named("value_source", ValueSource::formula, value_source_text);
    norm.formula = reader.optional_text("formula");
    norm.role = reader.named("role", NormRole::definition, norm_role_text);
    norm.bestemming = reader.optional_text("bestemming");
    norm.subject = reader.optional_text("subject");
    norm.aanduiding = reader.texts("aanduiding");
    norm.condition = reader.optional_text("condition");
    norm.exceptions = reader.texts("exceptions");
    norm.article = reader.text("article");
    if (reader.has("article_id")) norm.article_id = reader.optional_text("article_id");
    ObjectReader location(reader.member("location"));
    norm.location = location.named("kind", LocationKind::unknown, location_kind_text);
    if (const std::optional<MultiPolygon> area = read_geometry(location.member("geometry"))) norm.area = *area;
    else location.fail();
    if (!location.ok()) reader.fail();
    norm.confidence = reader.number("confidence");
    norm.status = reader.named("status", NormStatus::review, norm_status_text);
    norm.flags = reader.list<FlagCode>("flags", read_flag_code);
    norm.inherited = reader.texts("inherited");
    norm.provenance = provenance_of(reader);
    return reader.ok() ? std::optional(std::move(norm)) : std::nullopt;
}

/// Index of "n0001" among `count` norms.
std::optional<std::size_t> read_norm_id(const Json& json, std::size_t count) {
    if (!json.is_string()) return std::nullopt;
    const std::string& id = json.get_ref<const std::string&>();
    if (id.size() < 2) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size() || number == 0 || number > count) return std::nullopt;
    return norm_id(number - 1) == id ? std::optional(number - 1) : std::nullopt;
}

std::optional<Flag> read_flag(const Json& json, std::size_t norms) {
    ObjectReader reader(json);
    Flag flag;
    const std::optional<FlagCode> code = read_flag_code(reader.member("code"));
    if (!code) return std::nullopt;
    flag.code = *code;
    flag.detail = reader.optional_text("detail");
    flag.norms = reader.list<std::size_t>("norms", [norms](const Json& id) { return read_norm_id(id, norms); });
    if (!reader.member("provenance").is_null()) flag.provenance = provenance_of(reader);
    return reader.ok() ? std::optional(std::move(flag)) : std::nullopt;
}

}  // namespace

std::optional<PlanResult> read_plan_result(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    ObjectReader reader(json);
    if (reader.text("format") != plan_result_format) return std::nullopt;
    PlanResult result;
    result.plan_id = reader.text("plan_id");
    result.imro_id = reader.optional_text("imro_id");
    result.name = reader.text("name");
    result.documents = reader.list<Document>("documents", read_document);
    result.articles = reader.list<Article>("articles", read_article);
    result.norms = reader.list<NormStatement>("norms", read_norm);
    const std::size_t norms = result.norms.size();
    result.flags = reader.list<Flag>("flags", [norms](const Json& flag) { return read_flag(flag, norms); });
    if (reader.has("maps")) result.maps = reader.list<PlanMap>("maps", read_plan_map);
    return reader.ok() ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace planlezer
