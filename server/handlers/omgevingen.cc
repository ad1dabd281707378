#include "server/handlers/omgevingen.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "server/handlers/pagina.h"
#include "server/wire/antwoord.h"
#include "server/wire/datum.h"
#include "server/wire/fout.h"

namespace ketenproef {
namespace {

absl::StatusOr<BsnReeks> ReadReeks(v1::Bsnreeks wire) {
  switch (wire) {
    case v1::BSNREEKS_UNSPECIFIED:
    case v1::BSNREEKS_TESTREEKS:
      return BsnReeks::kTestreeks;
    case v1::BSNREEKS_NEGENREEKS:
      return BsnReeks::kNegenreeks;
    case v1::BSNREEKS_ALLE:
      return BsnReeks::kAlle;
    default:
      return FoutVeld("bsnreeks", "must be a value of the enum");
  }
}

// CSV-02.
absl::StatusOr<Rapportvorm> ReadRapportvorm(const v1::Rapportvorm& wire) {
  Rapportvorm vorm;
  const std::string& teken = wire.scheidingsteken();
  if (teken.size() > 1 || (teken.size() == 1 && std::string(";,|\t").find(teken) == std::string::npos)) {
    return FoutVeld("scheidingsteken", "must be a semicolon, comma, vertical bar or tab");
  }
  if (!teken.empty()) vorm.scheidingsteken = teken.front();
  if (!v1::Datumvorm_IsValid(wire.datumvorm())) return FoutVeld("datumvorm", "must be a value of the enum");
  if (wire.datumvorm() == v1::DATUMVORM_JJJJ_MM_DD) vorm.datumvorm = Datumvorm::kJjjjMmDd;
  return vorm;
}

absl::StatusOr<Rol> ReadRol(const v1::Rol& wire) {
  if (!v1::Rolsoort_IsValid(wire.soort()) || wire.soort() == v1::ROLSOORT_UNSPECIFIED) {
    return FoutVeld("soort", "must be a value of the enum");
  }
  if (!v1::Rolmodus_IsValid(wire.modus()) || wire.modus() == v1::ROLMODUS_UNSPECIFIED) {
    return FoutVeld("modus", "must be a value of the enum");
  }
  Rol rol = {static_cast<Rolsoort>(wire.soort() - 1), std::nullopt, static_cast<Rolmodus>(wire.modus() - 1),
             wire.adres()};
  if (!wire.gemeentecode().empty()) {
    if (rol.soort != Rolsoort::kGemeente) {
      return FoutVeld("gemeentecode", "must be empty but with ROLSOORT_GEMEENTE");
    }
    rol.gemeentecode = Gemeentecode::Parse(wire.gemeentecode());
    if (!rol.gemeentecode.has_value()) return FoutVeld("gemeentecode", "must be four digits, or empty");
  }
  if (!rol.adres.empty() && rol.modus != Rolmodus::kSut) {
    return FoutVeld("adres", "must be empty but with ROLMODUS_SUT");
  }
  if (rol.adres.empty() && rol.modus == Rolmodus::kSut && rol.soort != Rolsoort::kGemeente) {
    return FoutVeld("adres", "must say where the system listens");
  }
  if (rol.adres.size() > kMaxAdresBytes) {
    return FoutVeld("adres", absl::StrCat("must be at most ", kMaxAdresBytes, " bytes"));
  }
  return rol;
}

template <typename Wire>
absl::StatusOr<std::vector<Rol>> ReadRollen(const Wire& wire) {
  if (wire.size() > kMaxRollen) return FoutVeld("rollen", absl::StrCat("must be at most ", kMaxRollen));
  std::vector<Rol> rollen;
  std::set<std::pair<Rolsoort, std::optional<Gemeentecode>>> named;
  for (const v1::Rol& one : wire) {
    auto rol = ReadRol(one);
    if (!rol.ok()) return rol.status();
    if (!named.emplace(rol->soort, rol->gemeentecode).second) {
      return FoutVeld("rollen", "must name each role once");
    }
    rollen.push_back(*std::move(rol));
  }
  return rollen;
}

absl::StatusOr<OmgevingCreated> ReadInstelling(const v1::Omgevingsinstelling& wire) {
  OmgevingCreated instellingen;
  instellingen.naam = wire.naam();
  instellingen.profiel = wire.profiel().empty() ? std::string(Profielen().front().naam) : wire.profiel();
  if (FindProfiel(instellingen.profiel) == nullptr) return FoutVeld("profiel", "must be handleiding or wet");
  const auto start = wire.has_start_tijdstip() ? FromWire(wire.start_tijdstip()) : std::nullopt;
  if (!start.has_value()) return FoutVeld("start_tijdstip", "must be an instant of the years 1900 to 2199");
  instellingen.start = *start;
  instellingen.seed = wire.seed();
  const auto reeks = ReadReeks(wire.bsnreeks());
  if (!reeks.ok()) return reeks.status();
  instellingen.bsn_reeks = *reeks;
  const auto vorm = ReadRapportvorm(wire.rapportvorm());
  if (!vorm.ok()) return vorm.status();
  instellingen.rapportvorm = *vorm;
  return instellingen;
}

absl::Status EncodeNamed(const Omgevingen& omgevingen, const std::string& naam, v1::Omgeving* wire) {
  const std::shared_ptr<Writer> writer = omgevingen.Find(naam);
  if (writer == nullptr) return FoutOmgevingOnbekend();
  EncodeOmgeving(writer->overzicht(), wire);
  return absl::OkStatus();
}

}  // namespace

absl::Status CreateOmgevingHandler(Omgevingen& omgevingen, const v1::CreateOmgevingRequest& request,
                                   v1::CreateOmgevingResponse* response) {
  const auto instellingen = ReadInstelling(request.instelling());
  if (!instellingen.ok()) return instellingen.status();
  const auto rollen = ReadRollen(request.instelling().rollen());
  if (!rollen.ok()) return rollen.status();
  const absl::Status status = omgevingen.Create(*instellingen, *rollen);
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return EncodeNamed(omgevingen, instellingen->naam, response->mutable_omgeving());
    case absl::StatusCode::kInvalidArgument:
      return FoutVeld("naam", status.message());
    case absl::StatusCode::kAlreadyExists:
      return FoutOmgevingBestaat();
    case absl::StatusCode::kResourceExhausted:
      return FoutLimiet(status.message());
    default:
      return FoutOmgevingGestopt(status.message());
  }
}

absl::Status GetOmgevingHandler(Omgevingen& omgevingen, const v1::GetOmgevingRequest& request,
                                v1::GetOmgevingResponse* response) {
  return EncodeNamed(omgevingen, request.naam(), response->mutable_omgeving());
}

absl::Status ListOmgevingenHandler(Omgevingen& omgevingen, const v1::ListOmgevingenRequest& request,
                                   v1::ListOmgevingenResponse* response) {
  if (request.page_size() < 0) return FoutVeld("page_size", "must not be negative");
  // Environments come and go, so the token is the name behind which to go on.
  const std::vector<std::string> namen = omgevingen.Namen();
  const int size = std::min(request.page_size() == 0 ? kDefaultPageSize : request.page_size(), kMaxPageSize);
  auto naam = std::upper_bound(namen.begin(), namen.end(), request.page_token());
  for (; naam != namen.end() && response->omgevingen_size() < size; ++naam) {
    if (const auto writer = omgevingen.Find(*naam)) {
      EncodeOmgeving(writer->overzicht(), response->add_omgevingen());
    }
  }
  if (naam != namen.end()) response->set_next_page_token(*std::prev(naam));
  return absl::OkStatus();
}

absl::Status DeleteOmgevingHandler(Omgevingen& omgevingen, const v1::DeleteOmgevingRequest& request,
                                   v1::DeleteOmgevingResponse* /*response*/) {
  const absl::Status status = omgevingen.Delete(request.naam());
  if (absl::IsNotFound(status)) return FoutOmgevingOnbekend();
  return status.ok() ? status : FoutOmgevingGestopt(status.message());
}

absl::Status SetRollenHandler(HandlerContext& context, const v1::SetRollenRequest& request,
                              v1::SetRollenResponse* response) {
  const auto rollen = ReadRollen(request.rollen());
  if (!rollen.ok()) return rollen.status();
  context.omgeving.SetRollen(*rollen);
  EncodeOmgeving(Writer::OverzichtOf(context.omgeving), response->mutable_omgeving());
  return absl::OkStatus();
}

absl::Status ListProfielenHandler(Omgevingen& /*omgevingen*/, const v1::ListProfielenRequest& request,
                                  v1::ListProfielenResponse* response) {
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  response->set_next_page_token(FillPagina(*pagina, Profielen().size(), [response](std::size_t place) {
    EncodeProfiel(Profielen()[place], response->add_profielen());
    return true;
  }));
  return absl::OkStatus();
}

}  // namespace ketenproef
