// BSN-01 to BSN-03, as UWV meets them.
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance::uwv {
namespace {

bool AreDigits(const std::string& text) {
  for (const char c : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return false;
  }
  return true;
}

// A BSN that is refused under this rule is accepted where it is such.
Break AcceptsBsn(const char* regel, std::function<bool(const std::string& bsn)> when) {
  return Accepts(
      regel, [when = std::move(when)](const RecordPassage& passage) { return when(BsnOf(passage.record)); });
}

Break RefusesBsn(const char* regel, std::function<bool(const std::string& bsn)> when) {
  return Refuses(
      regel, contract::WEIGERINGSOORT_VELD,
      [when = std::move(when)](const RecordPassage& passage) { return when(BsnOf(passage.record)); });
}

contract::Bsnreeks ReeksOf(const World& world) {
  contract::GetOmgevingRequest request;
  request.set_naam(world.omgeving());
  return world.Ask(request).omgeving().instelling().bsnreeks();
}

bool IsInTestreeks(const std::string& bsn) {
  return absl::StartsWith(bsn, "99999") || absl::StartsWith(bsn, "0000");
}

// The default range is every BSN.
void MaakAllesDeStandaard(Hooks* hooks) {
  hooks->On<contract::CreateOmgevingRequest>([](auto& call) {
    contract::Omgevingsinstelling& instelling = *call.request.mutable_instelling();
    if (instelling.bsnreeks() != contract::BSNREEKS_NEGENREEKS) {
      instelling.set_bsnreeks(contract::BSNREEKS_ALLE);
    }
    return call.Forward();
  });
}

// Numbers lose their leading zeros wherever a case or verdict shows them.
void LaatNullenWeg(std::string* bsn) {
  bsn->erase(0, std::min(bsn->find_first_not_of('0'), bsn->size()));
}

void ZonderNullen(Hooks* hooks) {
  hooks->On<contract::GetZiektegevalRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    LaatNullenWeg(call.response.mutable_ziektegeval()->mutable_bsn());
    return status;
  });
  OnRecords(hooks, [](RecordPassage& passage) {
    passage.Forward();
    if (!passage.resultaat.has_ontvangst()) return;
    for (auto& oordeel : *passage.resultaat.mutable_ontvangst()->mutable_oordelen()) {
      LaatNullenWeg(oordeel.mutable_bsn());
    }
  });
}

// The BSN of the request, or of the case that it names.
std::string Betrokkene(const RecordPassage& passage) {
  if (!BsnOf(passage.record).empty()) return BsnOf(passage.record);
  const auto geval = GenoemdGeval(passage);
  return geval.has_value() ? geval->bsn() : "";
}

// A refusal tells whom it is about.
Break Verklapt(std::function<void(contract::Weigering&, const std::string& bsn)> tell) {
  return [tell = std::move(tell)](Hooks* hooks) {
    OnRecords(hooks, [tell](RecordPassage& passage) {
      passage.Forward();
      if (passage.resultaat.has_weigering()) {
        tell(*passage.resultaat.mutable_weigering(), Betrokkene(passage));
      }
    });
  };
}

// The details of a refusal carry the request, for the developer.
void VerklaptInDetails(Hooks* hooks) {
  hooks->On<contract::SubmitZiekmeldingRequest>([](auto& call) -> grpc::Status {
    const grpc::Status status = call.Forward();
    google::rpc::Status details;
    if (status.ok() || !details.ParseFromString(status.error_details())) return status;
    google::rpc::ErrorInfo info;
    info.set_reason(RegelOf(status));
    info.set_domain("ketenproef");
    (*info.mutable_metadata())["werknemer"] = call.request.ziekmelding().bsn();
    details.mutable_details(0)->PackFrom(info);
    return {status.error_code(), status.error_message(), details.SerializeAsString()};
  });
}

void VerklaptInPaginateken(Hooks* hooks) {
  hooks->On<contract::ListZiektegevallenRequest>([](auto& call) {
    const std::string token = call.request.page_token();
    call.request.set_page_token(token.substr(0, token.find('@')));
    const grpc::Status status = call.Forward();
    if (!call.response.next_page_token().empty()) {
      absl::StrAppend(call.response.mutable_next_page_token(), "@",
                      call.response.ziektegevallen().rbegin()->bsn());
    }
    return status;
  });
}

}  // namespace

Mutants BsnMutants() {
  return {
      {"BSN-01/zonder-elfproef", "Negen cijfers zijn genoeg, de elfproef wordt niet gedaan.",
       AcceptsBsn(
           "BSN-01",
           [](const std::string& bsn) { return bsn.size() == 9 && AreDigits(bsn) && bsn != "000000000"; })},
      {"BSN-01/negen-nullen", "000000000 wordt aangenomen, want de som klopt.",
       AcceptsBsn("BSN-01", [](const std::string& bsn) { return bsn == "000000000"; })},
      {"BSN-01/acht-cijfers", "Een BSN van acht cijfers wordt aangevuld.",
       AcceptsBsn("BSN-01", [](const std::string& bsn) { return bsn.size() == 8 && AreDigits(bsn); })},
      {"BSN-01/tien-cijfers", "Een BSN met te veel cijfers wordt aangenomen.",
       AcceptsBsn("BSN-01", [](const std::string& bsn) { return bsn.size() > 9 && AreDigits(bsn); })},
      {"BSN-01/andere-tekens", "Een BSN met letters, spaties of punten wordt aangenomen.",
       AcceptsBsn("BSN-01", [](const std::string& bsn) { return !AreDigits(bsn); })},
      {"BSN-01/cijfers-van-elders", "Een BSN in cijfers van een ander schrift wordt aangenomen.",
       AcceptsBsn(
           "BSN-01",
           [](const std::string& bsn) { return bsn.size() > 9 && static_cast<signed char>(bsn[0]) < 0; })},
      {"BSN-01/voorloopnul-geweigerd", "Een BSN dat met een nul begint, wordt geweigerd.",
       RefusesBsn("BSN-01", [](const std::string& bsn) { return absl::StartsWith(bsn, "0"); })},
      {"BSN-01/voorloopnul-weg", "Een BSN verliest zijn voorloopnullen, zoals in een getal.", ZonderNullen},
      {"BSN-01/als-ontbrekend", "Een misvormd BSN heet een ontbrekend veld (ZM-01).",
       Names("BSN-01", "ZM-01")},
      {"BSN-01/als-toestand", "Een misvormd BSN geeft FAILED_PRECONDITION.",
       RefusesAs("BSN-01", contract::WEIGERINGSOORT_TOESTAND)},
      {"BSN-02/elk-bsn", "Ook een BSN buiten de reeks van de omgeving wordt aangenomen.", Accepts("BSN-02")},
      {"BSN-02/alles-is-de-standaard", "Zonder keuze neemt een omgeving elk BSN aan.", MaakAllesDeStandaard},
      {"BSN-02/negens-te-ruim", "De testreeks begint al bij 9999 in plaats van 99999.",
       AcceptsBsn("BSN-02", [](const std::string& bsn) { return absl::StartsWith(bsn, "9999"); })},
      {"BSN-02/nullen-te-ruim", "De testreeks begint al bij 000 in plaats van 0000.",
       AcceptsBsn("BSN-02", [](const std::string& bsn) { return absl::StartsWith(bsn, "000"); })},
      {"BSN-02/zonder-nullen", "0000xxxxx hoort niet bij de testreeks.",
       RefusesBsn("BSN-02", [](const std::string& bsn) { return absl::StartsWith(bsn, "0000"); })},
      {"BSN-02/zonder-negens", "99999xxxx hoort niet bij de testreeks.",
       RefusesBsn("BSN-02", [](const std::string& bsn) { return absl::StartsWith(bsn, "99999"); })},
      {"BSN-02/altijd-testreeks", "Ook een omgeving met een andere reeks neemt alleen de testreeks aan.",
       RefusesBsn("BSN-02", [](const std::string& bsn) { return !bsn.empty() && !IsInTestreeks(bsn); })},
      {"BSN-02/negenreeks-ook-nullen", "De negenreeks neemt ook 0000xxxxx aan.",
       Accepts("BSN-02",
               [](const RecordPassage& passage) {
                 return absl::StartsWith(BsnOf(passage.record), "0000") &&
                        ReeksOf(passage.world()) == contract::BSNREEKS_NEGENREEKS;
               })},
      {"BSN-02/als-misvormd", "Een BSN buiten de reeks heet misvormd (BSN-01).", Names("BSN-02", "BSN-01")},
      {"BSN-03/in-de-foutmelding", "Een foutmelding noemt het BSN.",
       Verklapt([](contract::Weigering& weigering, const std::string& bsn) {
         absl::StrAppend(weigering.mutable_uitleg(), " (", bsn, ")");
       })},
      {"BSN-03/in-de-veldfout", "De uitleg bij een fout veld herhaalt wat er stond.",
       Verklapt([](contract::Weigering& weigering, const std::string& bsn) {
         for (auto& veld : *weigering.mutable_velden()) absl::StrAppend(veld.mutable_uitleg(), ": ", bsn);
       })},
      {"BSN-03/in-de-details", "De details van een fout bevatten het BSN.", VerklaptInDetails},
      {"BSN-03/in-het-paginateken", "Het teken van de volgende pagina bevat een BSN.", VerklaptInPaginateken},
  };
}

}  // namespace ketenproef::conformance::uwv
