// norms.gpkg as GDAL sees it: layers, rows, coordinate system, descriptions, styles; the same bytes every time.
#include "schemas/geopackage/geopackage.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "schemas/geopackage/layers.hpp"
#include "tests/schemas/sample_result.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

namespace fs = std::filesystem;

class GeoPackageTest : public ::testing::Test {
  protected:
    fs::path written(const std::string& name, const std::vector<PlanResult>& results) {
        const fs::path path = folder_ / name;
        GeoPackage package(path);
        for (const PlanResult& result : results) package.add(result);
        package.close();
        return path;
    }

    test::Folder own_;
    fs::path folder_ = own_.path();
};

struct Dataset {
    explicit Dataset(const fs::path& path) : opened(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)) {}
    OGRLayer& layer(const char* name) const { return *opened->GetLayerByName(name); }
    /// The first column of the first row.
    std::string first(const std::string& sql) const {
        OGRLayer* rows = opened->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (rows == nullptr) return "";
        const OGRFeatureUniquePtr row(rows->GetNextFeature());
        const std::string text = row ? row->GetFieldAsString(0) : "";
        opened->ReleaseResultSet(rows);
        return text;
    }
    GDALDatasetUniquePtr opened;
};

std::string bytes(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(GeoPackageTest, HoldsEveryNormSymbolContourAndFlag) {
    const PlanResult result = testing::sample_result();
    const Dataset data(written("norms.gpkg", {result}));
    ASSERT_TRUE(data.opened);
    OGRLayer& norms = data.layer("norm_area");
    EXPECT_EQ(norms.GetFeatureCount(), static_cast<GIntBig>(result.norms.size()));
    EXPECT_EQ(data.layer("map_symbol").GetFeatureCount(), 1);
    EXPECT_EQ(data.layer("plan_contour").GetFeatureCount(), 1);
    EXPECT_EQ(data.layer("review_flag").GetFeatureCount(), static_cast<GIntBig>(result.flags.size()));
    const OGRFeatureUniquePtr norm(norms.GetNextFeature());
    EXPECT_DOUBLE_EQ(norm->GetFieldAsDouble("value"), 10.5);
    EXPECT_STREQ(norm->GetFieldAsString("value_text"), "10.5");
    EXPECT_STREQ(norm->GetFieldAsString("flags"), "");
    ASSERT_NE(norm->GetGeometryRef(), nullptr);
    EXPECT_DOUBLE_EQ(norm->GetGeometryRef()->toMultiPolygon()->get_Area(), 20 * 10.125 - 1);
    EXPECT_TRUE(norm->GetGeometryRef()->IsValid());
    const OGRFeatureUniquePtr placeless(norms.GetNextFeature());
    EXPECT_EQ(placeless->GetFieldAsDouble("value"), 35);
}

TEST_F(GeoPackageTest, LiesInRdNew) {
    const Dataset data(written("norms.gpkg", {testing::sample_result()}));
    const OGRSpatialReference* crs = data.layer("norm_area").GetSpatialRef();
    ASSERT_NE(crs, nullptr);
    EXPECT_STREQ(crs->GetAuthorityCode(nullptr), "28992");
    OGREnvelope box;
    ASSERT_EQ(data.layer("norm_area").GetExtent(&box), OGRERR_NONE);
    EXPECT_DOUBLE_EQ(box.MinX, 120000);
    EXPECT_DOUBLE_EQ(box.MinY, 487000);
}

TEST_F(GeoPackageTest, DescribesItselfAndBringsItsStyles) {
    const Dataset data(written("norms.gpkg", {testing::sample_result()}));
    for (const geopackage::Layer& layer : geopackage::layers()) {
        const std::string name(layer.name);
        const std::string qml = data.first("SELECT styleQML FROM layer_styles WHERE useAsDefault = 1 AND f_table_name = '" + name + "'");
        EXPECT_NE(qml.find("<renderer-v2"), std::string::npos) << name;
        EXPECT_EQ(data.first("SELECT count(*) FROM gpkg_data_columns WHERE description <> '' AND table_name = '" + name + "'"), std::to_string(layer.columns.size()));
        EXPECT_EQ(data.layer(name.c_str()).GetLayerDefn()->GetFieldCount(), static_cast<int>(layer.columns.size()));
    }
    EXPECT_NE(data.first("SELECT metadata FROM gpkg_metadata").find("planlezer"), std::string::npos);
    EXPECT_EQ(data.first("SELECT count(*) FROM gpkg_contents WHERE last_change <> '" + std::string(GeoPackage::date) + "'"), "0");
}

TEST_F(GeoPackageTest, TheSameResultsGiveTheSameBytes) {
    const std::string once = bytes(written("a.gpkg", {testing::sample_result()}));
    EXPECT_GT(once.size(), 10000U);
    EXPECT_EQ(bytes(written("b.gpkg", {testing::sample_result()})), once);
}

TEST_F(GeoPackageTest, AMapThatIsNotOnEarthGivesNoPlaces) {
    PlanResult result = testing::sample_result();
    result.maps[0].placement.on_earth = false;
    const Dataset data(written("norms.gpkg", {result}));
    EXPECT_EQ(data.layer("map_symbol").GetFeatureCount(), 0);
    EXPECT_EQ(data.layer("plan_contour").GetFeatureCount(), 0);
}

TEST_F(GeoPackageTest, AFolderThatIsNotThereIsAnError) {
    EXPECT_THROW(GeoPackage(folder_ / "weg" / "norms.gpkg"), GeoPackageError);
}

}  // namespace
}  // namespace planlezer
