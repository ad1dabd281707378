// What a UWV gets wrong in batches only, and how it says a refusal: no rule, another domain.
#include <algorithm>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/uwv/mutanten.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance::uwv {
namespace {

using Meldingen = contract::SubmitMeldingenRequest;
using Beoordelingbundel = contract::SubmitBeoordelingenRequest;
using Registraties = contract::SubmitRegistratiesRequest;

// The answer to every batch of meldingen is another.
Break Antwoordt(std::function<void(contract::SubmitMeldingenResponse*)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<Meldingen>([change](auto& call) {
      const grpc::Status status = call.Forward();
      if (status.ok()) change(&call.response);
      return status;
    });
  };
}

Break ElkResultaat(std::function<void(contract::Meldingresultaat*)> change) {
  return Antwoordt([change = std::move(change)](auto* response) {
    for (auto& resultaat : *response->mutable_resultaten()) change(&resultaat);
  });
}

// A refused record ends the stream.
void BreektAf(Hooks* hooks) {
  hooks->On<Meldingen>([](auto& call) {
    const grpc::Status status = call.Forward();
    for (const auto& resultaat : call.response.resultaten()) {
      if (resultaat.has_weigering()) return StatusOf(resultaat.weigering());
    }
    return status;
  });
}

// What stands before others with one kenmerk in a batch is taken for them all.
void LaatsteVanGelijkeGeldt(Hooks* hooks) {
  hooks->On<Meldingen>([](auto& call) {
    std::reverse(call.request.mutable_meldingen()->pointer_begin(),
                 call.request.mutable_meldingen()->pointer_end());
    const grpc::Status status = call.Forward();
    std::reverse(call.response.mutable_resultaten()->pointer_begin(),
                 call.response.mutable_resultaten()->pointer_end());
    return status;
  });
}

// A batch that is too large is done in parts.
void NeemtElkeMaat(Hooks* hooks) {
  hooks->On<Meldingen>([](auto& call) {
    const Meldingen whole = call.request;
    contract::SubmitMeldingenResponse all;
    grpc::Status status;
    call.request.Clear();
    for (int i = 0; i < whole.meldingen_size(); ++i) {
      *call.request.add_meldingen() = whole.meldingen(i);
      if (call.request.meldingen_size() < 500 && i + 1 < whole.meldingen_size()) continue;
      status = call.Forward();
      all.MergeFrom(call.response);
      call.request.Clear();
    }
    call.response = all;
    return status;
  });
}

// A batch is answered as if it were taken in, and nothing comes of it.
template <typename Request>
void Verliest(Hooks* hooks) {
  hooks->On<Request>([](auto& call) {
    const auto* records = call.request.GetDescriptor()->field(0);
    const int size = call.request.GetReflection()->FieldSize(call.request, records);
    for (int i = 0; i < size; ++i) call.response.add_resultaten()->mutable_verwerkt()->set_volgnummer(i + 1);
    return grpc::Status(grpc::Status::OK);
  });
}

// How a refused call says why.
Break Zegt(std::function<grpc::Status(const grpc::Status&)> say) {
  return [say = std::move(say)](Hooks* hooks) {
    const auto on = [&]<typename Request>(const Request*) {
      hooks->On<Request>([say](auto& call) {
        const grpc::Status status = call.Forward();
        return status.ok() ? status : say(status);
      });
    };
    on(static_cast<const contract::SubmitZiekmeldingRequest*>(nullptr));
    on(static_cast<const contract::SubmitHerstelmeldingRequest*>(nullptr));
    on(static_cast<const contract::DecideBeoordelingRequest*>(nullptr));
  };
}

grpc::Status AnderDomein(const grpc::Status& status) {
  google::rpc::ErrorInfo info;
  info.set_reason(RegelOf(status));
  info.set_domain("uwv.nl");
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  details.clear_details();
  details.add_details()->PackFrom(info);
  return {status.error_code(), status.error_message(), details.SerializeAsString()};
}

}  // namespace

Mutants BundelMutants() {
  return {
      {"ZM-07/bundel-verwisseld", "De antwoorden op een bundel staan andersom.",
       Antwoordt([](auto* response) {
         std::reverse(response->mutable_resultaten()->pointer_begin(),
                      response->mutable_resultaten()->pointer_end());
       })},
      {"ZM-07/bundel-mist-laatste", "Het laatste antwoord op een bundel ontbreekt.",
       Antwoordt([](auto* response) {
         if (response->resultaten_size() > 1) response->mutable_resultaten()->RemoveLast();
       })},
      {"ZM-07/bundel-herhaald-niet-gemeld", "In een bundel heet een herhaling nieuw.",
       ElkResultaat([](auto* resultaat) {
         if (resultaat->has_ontvangst()) resultaat->mutable_ontvangst()->set_herhaald(false);
       })},
      {"ZM-07/grote-bundel-aanvaard", "Een bundel van meer dan duizend meldingen wordt aangenomen.",
       NeemtElkeMaat},
      {"ZM-04/bundel-zonder-oordeel", "In een bundel staat bij een aangenomen melding geen oordeel.",
       ElkResultaat([](auto* resultaat) {
         if (resultaat->has_ontvangst()) resultaat->mutable_ontvangst()->clear_oordelen();
       })},
      {"HM-01/bundel-andersom", "Een bundel wordt van achter naar voren verwerkt.", LaatsteVanGelijkeGeldt},
      {"ZM-01/bundel-zonder-velden", "In een bundel noemt een weigering geen velden.",
       ElkResultaat([](auto* resultaat) {
         if (resultaat->has_weigering()) resultaat->mutable_weigering()->clear_velden();
       })},
      {"ZM-01/bundel-zonder-regel", "In een bundel noemt een weigering geen regel.",
       ElkResultaat([](auto* resultaat) {
         if (resultaat->has_weigering()) resultaat->mutable_weigering()->clear_regel();
       })},
      {"ZM-01/bundel-breekt-af", "Een geweigerde melding breekt de hele bundel af.", BreektAf},
      {"BO-07/bundel-verloren", "Beoordelingen in een bundel worden niet bewaard.",
       Verliest<Beoordelingbundel>},
      {"REG-04/bundel-verloren", "Registraties in een bundel worden niet bewaard.", Verliest<Registraties>},
      {"ZM-02/zonder-reden", "Een weigering heeft geen details: de regel staat er niet bij.",
       Zegt([](const grpc::Status& status) {
         return grpc::Status(status.error_code(), status.error_message());
       })},
      {"ZM-02/ander-domein", "Een weigering komt uit een ander domein.", Zegt(AnderDomein)},
      {"ZM-02/alleen-tekst", "De regel van een weigering staat alleen in de tekst, met code UNKNOWN.",
       Zegt([](const grpc::Status& status) {
         return grpc::Status(grpc::StatusCode::UNKNOWN, RegelOf(status), status.error_details());
       })},
  };
}

}  // namespace ketenproef::conformance::uwv
