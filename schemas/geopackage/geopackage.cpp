#include "schemas/geopackage/geopackage.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "schemas/geometry/polygons.hpp"
#include "schemas/geopackage/layers.hpp"
#include "schemas/geopackage/styles.hpp"

namespace planlezer {

namespace {

constexpr int rd_new = 28992;
constexpr const char* driver_name = "GPKG";

/// GDAL links PDF and image decoders; none of them may ever run here, so only this one driver is made known.
void register_driver() {
    static std::once_flag once;
    std::call_once(once, [] {
        RegisterOGRGeoPackage();
        CPLSetConfigOption("OGR_CURRENT_DATE", GeoPackage::date);
    });
}

/// GDAL's words go into our own exceptions, not to standard error. A thread at a time, as GDAL has it.
class Quiet {
  public:
    Quiet() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    ~Quiet() { CPLPopErrorHandler(); }
};

[[noreturn]] void fail(const std::string& what) { throw GeoPackageError(what + ": " + CPLGetLastErrorMsg()); }

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(GDALDataset::ToHandle(dataset)); }
};

std::string sql_text(std::string_view text) {
    std::string sql = "'";
    for (const char c : text) {
        if (c == '\'') sql += '\'';
        sql += c;
    }
    return sql + "'";
}

OGRLinearRing ring_of(const Ring& ring) {
    OGRLinearRing made;
    for (const Point p : ring) made.addPoint(p.x, p.y);
    made.closeRings();
    return made;
}

std::unique_ptr<OGRGeometry> geometry_of(const MultiPolygon& shape) {
    if (shape.empty()) return nullptr;
    auto all = std::make_unique<OGRMultiPolygon>();
    for (const Polygon& polygon : shape) {
        OGRPolygon part;
        OGRLinearRing outer = ring_of(polygon.outer);
        part.addRing(&outer);
        for (const Ring& hole : polygon.holes) {
            OGRLinearRing inner = ring_of(hole);
            part.addRing(&inner);
        }
        all->addGeometry(&part);
    }
    return all;
}

std::unique_ptr<OGRGeometry> geometry_of(Point p) { return std::make_unique<OGRPoint>(p.x, p.y); }

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "; ") + text;
    return all;
}

OGRFieldType field_type(geopackage::ColumnType type) {
    switch (type) {
        case geopackage::ColumnType::real: return OFTReal;
        case geopackage::ColumnType::integer: return OFTInteger;
        case geopackage::ColumnType::text: break;
    }
    return OFTString;
}

}  // namespace

/// The open file; a row is filled by name and written when it is done.
class GeoPackage::File {
  public:
    explicit File(const std::filesystem::path& path) {
        register_driver();
        std::error_code error;
        std::filesystem::remove(path, error);
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
        if (driver == nullptr) throw GeoPackageError("GDAL kent GeoPackage niet");
        char** options = CSLSetNameValue(nullptr, "VERSION", "1.3");
        dataset_.reset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, options));
        CSLDestroy(options);
        if (!dataset_) fail("het GeoPackage kan niet worden gemaakt");
        if (rd_.importFromEPSG(rd_new) != OGRERR_NONE) fail("EPSG:28992 is niet bekend; installeer proj-data");
        rd_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        for (const geopackage::Layer& layer : geopackage::layers()) make_layer(layer);
        if (dataset_->StartTransaction() != OGRERR_NONE) fail("het GeoPackage kan niet worden geschreven");
    }

    class Row {
      public:
        Row(File& file, std::string_view layer) : layer_(file.layers_.at(std::string(layer))), feature_(layer_->GetLayerDefn()) {}

        Row& text(const char* column, std::string_view value) {
            if (!value.empty()) feature_.SetField(column, std::string(value).c_str());
            return *this;
        }
        Row& number(const char* column, double value) {
            feature_.SetField(column, value);
            return *this;
        }
        Row& number(const char* column, int value) {
            feature_.SetField(column, value);
            return *this;
        }
        Row& value(const std::optional<Decimal>& value) { return value ? number("value", value->approx()) : *this; }
        void write(std::unique_ptr<OGRGeometry> geometry) {
            if (geometry) feature_.SetGeometryDirectly(geometry.release());
            if (layer_->CreateFeature(&feature_) != OGRERR_NONE) fail("een rij van het GeoPackage kan niet worden geschreven");
        }

      private:
        OGRLayer* layer_;
        OGRFeature feature_;
    };

    void sql(const std::string& statement) {
        CPLErrorReset();
        OGRLayer* rows = dataset_->ExecuteSQL(statement.c_str(), nullptr, nullptr);
        if (rows != nullptr) dataset_->ReleaseResultSet(rows);
        if (CPLGetLastErrorType() == CE_Failure) fail("het GeoPackage kan niet worden geschreven");
    }

    void close() {
        if (dataset_->CommitTransaction() != OGRERR_NONE) fail("het GeoPackage kan niet worden geschreven");
        dataset_->FlushCache(false);
        describe_columns();
        describe_run();
        add_styles();
        CPLErrorReset();
        dataset_.reset();
        if (CPLGetLastErrorType() == CE_Failure) fail("het GeoPackage kan niet worden geschreven");
    }

  private:
    void make_layer(const geopackage::Layer& layer) {
        char** options = CSLSetNameValue(nullptr, "IDENTIFIER", std::string(layer.title).c_str());
        options = CSLSetNameValue(options, "DESCRIPTION", std::string(layer.description).c_str());
        options = CSLSetNameValue(options, "GEOMETRY_NAME", "geom");
        const auto type = layer.geometry == geopackage::LayerGeometry::polygon ? wkbMultiPolygon : wkbPoint;
        OGRLayer* made = dataset_->CreateLayer(std::string(layer.name).c_str(), &rd_, type, options);
        CSLDestroy(options);
        if (made == nullptr) fail("een laag van het GeoPackage kan niet worden gemaakt");
        for (const geopackage::Column& column : layer.columns) {
            OGRFieldDefn field(std::string(column.name).c_str(), field_type(column.type));
            if (made->CreateField(&field) != OGRERR_NONE) fail("een kolom van het GeoPackage kan niet worden gemaakt");
        }
        layers_[std::string(layer.name)] = made;
    }

    /// The schema extension (OGC 12-128r17, annex F.9).
    void describe_columns() {
        sql("CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, "
            "mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))");
        sql("CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, "
            "min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, "
            "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))");
        for (const std::string_view table : {"gpkg_data_columns", "gpkg_data_column_constraints"}) extension(table, "gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema");
        for (const geopackage::Layer& layer : geopackage::layers()) {
            for (const geopackage::Column& column : layer.columns) {
                sql("INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES (" + sql_text(layer.name) + ", " +
                    sql_text(column.name) + ", " + sql_text(column.name) + ", " + sql_text(column.name) + ", " + sql_text(column.description) + ")");
            }
        }
    }

    /// The metadata extension (annex F.8): what the file is and how it may be used.
    void describe_run() {
        sql("CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', "
            "md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')");
        sql("CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, "
            "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
            "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
            "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))");
        for (const std::string_view table : {"gpkg_metadata", "gpkg_metadata_reference"}) extension(table, "gpkg_metadata", "http://www.geopackage.org/spec121/#extension_metadata");
        sql("INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/elements/1.1/', 'text/xml', " +
            sql_text("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Normen uit bestemmingsplannen</dc:title>"
                   "<dc:creator>planlezer</dc:creator><dc:language>nl</dc:language><dc:format>application/geopackage+sqlite3</dc:format>"
                   "<dc:coverage>EPSG:28992</dc:coverage><dc:description>Per norm de waarde, de plaats in het plan en, waar bekend, het vlak waarvoor zij geldt. "
                   "Normen met status review zijn nog niet door een mens bekeken.</dc:description></metadata>") + ")");
        sql("INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, " + sql_text(GeoPackage::date) + ", 1, NULL)");
    }

    void extension(std::string_view table, std::string_view name, std::string_view definition) {
        sql("CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, "
            "scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))");
        sql("INSERT INTO gpkg_extensions VALUES (" + sql_text(table) + ", NULL, " + sql_text(name) + ", " + sql_text(definition) + ", 'read-write')");
    }

    /// The table QGIS looks for styles in; GeoPackage itself knows it as a table of attributes.
    void add_styles() {
        sql("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), "
            "f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, "
            "description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))");
        sql("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES ('layer_styles', 'attributes', "
            "'layer_styles', 'Stijlen voor QGIS', " + sql_text(GeoPackage::date) + ", 0)");
        for (const geopackage::Layer& layer : geopackage::layers()) {
            sql("INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, "
                "description, owner, ui, update_time) VALUES ('', '', " + sql_text(layer.name) + ", 'geom', " + sql_text(layer.name) + ", " +
                sql_text(geopackage::style_qml(layer.name)) + ", '', 1, " + sql_text(layer.title) + ", 'planlezer', NULL, " + sql_text(GeoPackage::date) + ")");
        }
    }

    OGRSpatialReference rd_;
    std::map<std::string, OGRLayer*> layers_;
    std::unique_ptr<GDALDataset, CloseDataset> dataset_;
};

namespace {

/// The map that gives outline and bestemmingen: IMRO before a sheet, and only what lies on the earth.
const PlanMap* leading_map(const PlanResult& result) {
    for (const PlanMap& map : result.maps) {
        if (map.placement.on_earth) return &map;
    }
    return nullptr;
}

MultiPolygon outline_of(const PlanMap& map) {
    std::vector<MultiPolygon> parts;
    for (const PlanObject& object : map.objects) {
        if (object.kind == PlanObjectKind::plangebied) return object.area;
        if (object.kind == PlanObjectKind::enkelbestemming) parts.push_back(object.area);
    }
    return cleaned(merged(parts));
}

}  // namespace

/// The rows of one plan.
class GeoPackage::Rows {
  public:
    Rows(File& file, const PlanResult& result) : file_(file), result_(result) {}

    void norms() {
        for (std::size_t i = 0; i < result_.norms.size(); ++i) norm(result_.norms[i], norm_id(i));
    }

    void symbols() {
        for (const PlanMap& map : result_.maps) {
            if (!map.placement.on_earth) continue;
            for (const PlanObject& object : map.objects) {
                for (const MapValue& value : object.values) symbol(map, object, value);
            }
        }
    }

    void outline() {
        const PlanMap* map = leading_map(result_);
        if (map == nullptr) return;
        contour(*map);
        for (const PlanObject& object : map->objects) {
            if (object.kind == PlanObjectKind::enkelbestemming || object.kind == PlanObjectKind::dubbelbestemming) bestemming(*map, object);
        }
    }

    void flags() {
        for (const Flag& each : result_.flags) flag(each);
    }

  private:
    void norm(const NormStatement& norm, const std::string& id) {
        std::vector<std::string> codes;
        for (const FlagCode code : norm.flags) codes.emplace_back(flag_row(code).name);
        File::Row row(file_, "norm_area");
        row.text("plan_id", result_.plan_id).text("norm_id", id).text("kind", norm.kind).text("comparator", comparator_text(norm.comparator));
        row.value(norm.value).text("value_text", norm.value ? norm.value->text() : "").text("unit", unit_text(norm.unit));
        row.text("value_source", value_source_text(norm.value_source)).text("role", norm_role_text(norm.role)).text("bestemming", norm.bestemming);
        row.text("subject", norm.subject).text("condition", norm.condition).text("exceptions", joined(norm.exceptions)).text("aanduiding", joined(norm.aanduiding));
        row.text("article", norm.article).text("location_kind", location_kind_text(norm.location)).number("confidence", norm.confidence);
        row.text("status", norm_status_text(norm.status)).text("flags", joined(codes)).text("quote", norm.provenance.quote);
        row.text("file", norm.provenance.file).number("page", norm.provenance.page);
        row.write(geometry_of(norm.area));
    }

    void symbol(const PlanMap& map, const PlanObject& object, const MapValue& value) {
        File::Row row(file_, "map_symbol");
        row.text("plan_id", result_.plan_id).text("kind", value.kind).value(value.value).text("value_text", value.text).text("unit", unit_text(value.unit));
        row.text("second_reading", value.second_reading).number("confidence", value.confidence).text("governs", plan_object_kind_text(object.kind));
        row.text("governs_id", object.id).text("source", placement_source_text(map.placement.source)).text("file", map.file).number("page", map.page);
        row.write(geometry_of(value.place));
    }

    void contour(const PlanMap& map) {
        File::Row row(file_, "plan_contour");
        row.text("plan_id", result_.plan_id).text("imro_id", map.imro_id.empty() ? result_.imro_id : map.imro_id);
        row.text("name", map.name.empty() ? result_.name : map.name).text("plan_status", map.status).text("plan_date", map.date);
        row.text("source", placement_source_text(map.placement.source)).text("file", map.file);
        if (map.placement.residual) row.number("residual", *map.placement.residual);
        row.write(geometry_of(outline_of(map)));
    }

    void bestemming(const PlanMap& map, const PlanObject& object) {
        File::Row row(file_, "bestemming");
        row.text("plan_id", result_.plan_id).text("object_id", object.id).text("kind", plan_object_kind_text(object.kind)).text("name", object.name);
        row.text("code", object.code).text("article", object.article).number("confidence", object.confidence);
        row.text("source", placement_source_text(map.placement.source)).text("file", map.file);
        row.write(geometry_of(object.area));
    }

    void flag(const Flag& flag) {
        const FlagRow& known = flag_row(flag.code);
        std::vector<std::string> ids;
        MultiPolygon place;
        for (const std::size_t index : flag.norms) {
            ids.push_back(norm_id(index));
            if (place.empty()) place = result_.norms[index].area;
        }
        File::Row row(file_, "review_flag");
        row.text("plan_id", result_.plan_id).text("code", known.name).text("severity", severity_text(known.severity)).text("message", flag.message());
        row.text("advice", known.advice).text("norms", joined(ids));
        if (flag.provenance) row.text("quote", flag.provenance->quote).text("file", flag.provenance->file).number("page", flag.provenance->page);
        row.write(place.empty() ? nullptr : geometry_of(interior_point(place)));
    }

    File& file_;
    const PlanResult& result_;
};

GeoPackage::GeoPackage(const std::filesystem::path& path) {
    const Quiet quiet;
    file_ = std::make_unique<File>(path);
}

GeoPackage::~GeoPackage() {
    const Quiet quiet;
    file_.reset();
}

void GeoPackage::add(const PlanResult& result) {
    const Quiet quiet;
    Rows rows(*file_, result);
    rows.norms();
    rows.symbols();
    rows.outline();
    rows.flags();
}

void GeoPackage::close() {
    const Quiet quiet;
    file_->close();
}

}  // namespace planlezer
