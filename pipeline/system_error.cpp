#include "pipeline/system_error.hpp"

#include <cerrno>
#include <system_error>

namespace planlezer {

std::string system_error_text(int error_number) {
    switch (error_number) {
        case ENOENT: return "bestaat niet";
        case EACCES:
        case EPERM: return "geen toegang";
        case ENOTDIR: return "een deel van het pad is geen map";
        case EISDIR: return "is een map";
        case ELOOP: return "een koppeling verwijst naar zichzelf";
        case ENOSPC:
        case EDQUOT: return "de schijf is vol";
        case EFBIG: return "het bestand wordt groter dan is toegestaan";
        case EROFS: return "de schijf is alleen-lezen";
        case EIO: return "de schijf geeft een lees- of schrijffout";
        case EMFILE:
        case ENFILE: return "te veel open bestanden";
        case ENOMEM: return "te weinig geheugen";
        case ENAMETOOLONG: return "de naam is te lang";
        default:
            return "fout " + std::to_string(error_number) + ": " + std::generic_category().message(error_number);
    }
}

}  // namespace planlezer
