#include "conformance/checks/rapport.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// With what is not to be seen made visible.
std::string Visible(absl::string_view bytes) {
  return absl::StrReplaceAll(
      bytes, {{"\r\n", " ⏎ "}, {"\r", "\\r"}, {"\n", "\\n"}, {"\t", "\\t"}, {"\xEF\xBB\xBF", "BOM "}});
}

// The fields of every line without what is only form: separator, line end, quotes, hyphens of dates.
std::vector<std::string> Content(absl::string_view bytes) {
  const std::string plain = absl::StrReplaceAll(
      bytes, {{"\xEF\xBB\xBF", ""}, {"\r", ""}, {"\"", ""}, {"-", ""}, {",", ";"}, {"|", ";"}, {"\t", ";"}});
  return absl::StrSplit(plain, '\n', absl::SkipWhitespace());
}

void CheckBytes(const v1::Rapport& expected, const std::string& wanted, const std::string& got,
                Findings* findings) {
  if (got == wanted) return;
  const std::vector<std::string> wanted_content = Content(wanted);
  const std::vector<std::string> got_content = Content(got);
  std::string regel;
  if (wanted_content == got_content) {
    regel = "CSV-02";
  } else if (got_content.empty() || got_content.front() != wanted_content.front()) {
    regel = "CSV-01";
  } else if (std::is_permutation(wanted_content.begin(), wanted_content.end(), got_content.begin(),
                                 got_content.end())) {
    regel = "CSV-03";
  }
  findings->Add({regel, absl::StrCat(Bestandsnaam(expected), ": ", Visible(wanted)), "", Visible(got)});
}

// CSV-05: what the description says of the bytes that are there.
void CheckDescription(const contract::Rapportage& description, const std::string& bytes, Findings* findings) {
  const std::string sha256 = Sha256Of(bytes);
  if (description.sha256() != sha256) {
    findings->Add(
        {"CSV-05", absl::StrCat("sha256 ", sha256, " van de bytes die er zijn"), "", description.sha256()});
  }
  const auto expect_count = [&](absl::string_view what, std::int64_t wanted, std::int64_t got) {
    if (wanted != got) findings->Add({"CSV-05", absl::StrCat(what, " ", wanted), "", absl::StrCat(got)});
  };
  expect_count("aantal bytes", static_cast<std::int64_t>(bytes.size()), description.aantal_bytes());
  expect_count("aantal rijen", RowsOf(bytes), description.aantal_rijen());
}

}  // namespace

void CheckRapport(const v1::Rapport& expected, const Rapportvorm& vorm, const DownloadedRapport& rapport,
                  Findings* findings) {
  CheckBytes(expected, RapportBytes(expected, vorm), rapport.bytes, findings);
  CheckDescription(rapport.description, rapport.bytes, findings);
  if (rapport.description.bestandsnaam() != Bestandsnaam(expected)) {
    findings->Add({"CSV-04", absl::StrCat("bestandsnaam ", Bestandsnaam(expected)), "",
                   rapport.description.bestandsnaam()});
  }
}

}  // namespace ketenproef::conformance
