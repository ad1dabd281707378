#include "conformance/explore/vondst_files.h"

#include <google/protobuf/text_format.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "conformance/catalogue/regels.h"
#include "conformance/checks/values.h"
#include "conformance/explore/casus.h"
#include "fixtures/playbook/playbook.h"

namespace ketenproef::conformance {
namespace {

namespace fs = std::filesystem;

constexpr char kCasusFile[] = "casus.textproto";
constexpr char kTextFile[] = "verschil.txt";

std::string OrNothing(const std::string& row) {
  return row.empty() ? "(geen)" : row;
}

std::string CasusText(const Vondst& vondst) {
  std::string text;
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  printer.PrintToString(MakeSuite(vondst), &text);
  return absl::StrCat("# proto-file: proto/ketenproef/conformance/v1/suite.proto\n",
                      "# proto-message: ketenproef.conformance.v1.Suite\n", "# ",
                      absl::StrReplaceAll(VondstText(vondst), {{"\n", "\n# "}}), "\n\n", text);
}

absl::Status WriteFile(const fs::path& file, const std::string& content) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << content;
  stream.close();
  if (stream.good()) return absl::OkStatus();
  return absl::PermissionDeniedError(absl::StrCat(file.string(), ": cannot be written"));
}

}  // namespace

std::string VondstText(const Vondst& vondst) {
  std::string text = absl::StrCat("Verschil: ", vondst.verschil.soort, "\n");
  for (const std::string& id : RegelsOf(vondst.verschil)) {
    const Regel* const regel = FindRegel(id);
    absl::StrAppend(&text, "  ", id, regel == nullptr ? "" : " ", regel == nullptr ? "" : regel->titel, "\n");
  }
  absl::StrAppend(&text, "Verwacht: ", OrNothing(vondst.verschil.verwacht), "\n");
  absl::StrAppend(&text, "Gekregen: ", OrNothing(vondst.verschil.gekregen), "\n");
  absl::StrAppend(&text, "Profiel ", vondst.profiel, ", gespeeld tot en met ", FormatDag(vondst.proef.until),
                  "; seed ", vondst.seed, ", draaiboek ", vondst.nummer, ", verkort van ",
                  vondst.gevonden.draaiboek.size(), " naar ", vondst.proef.draaiboek.size(), " regels.");
  if (!vondst.voorbehoud.empty()) absl::StrAppend(&text, "\n", vondst.voorbehoud);
  absl::StrAppend(&text, "\nNaspelen: ketenproef play MAP --out UIT --profile ", vondst.profiel, " --until ",
                  FormatDag(vondst.proef.until));
  return Values(vondst.profiel).Masked(text);
}

absl::Status WriteDraaiboekFile(const std::string& content, const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return absl::PermissionDeniedError(absl::StrCat(folder, ": ", error.message()));
  return WriteFile(fs::path(folder) / std::string(kPlaybookFileName), content);
}

absl::Status WriteVondst(const Vondst& vondst, const std::string& folder) {
  absl::Status status = WriteDraaiboekFile(WriteDraaiboek(vondst.proef.draaiboek), folder);
  if (!status.ok()) return status;
  status.Update(WriteFile(fs::path(folder) / kCasusFile, CasusText(vondst)));
  status.Update(WriteFile(fs::path(folder) / kTextFile, VondstText(vondst) + "\n"));
  return status;
}

}  // namespace ketenproef::conformance
