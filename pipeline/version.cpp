#include "pipeline/version.hpp"

namespace planlezer {

constinit const std::string_view program_version = PLANLEZER_VERSION;

}  // namespace planlezer
