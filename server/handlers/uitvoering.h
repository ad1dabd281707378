// What every handler of a record does: read its fields, let the environment decide, count a refusal.
//
// A handler is a free function `Status F(HandlerContext&, const Request&, Response*)`. It runs on the
// writer's thread of its environment and never blocks; transport answers when what it did is durable.
#ifndef KETENPROEF_SERVER_HANDLERS_UITVOERING_H_
#define KETENPROEF_SERVER_HANDLERS_UITVOERING_H_

#include "absl/status/status.h"
#include "ketenproef/v1/domein.pb.h"
#include "server/omgeving/omgeving.h"
#include "server/rules/limits.h"
#include "server/wire/antwoord.h"
#include "server/wire/fout.h"
#include "server/wire/opdracht.h"

namespace ketenproef {

// What a handler works on.
struct HandlerContext {
  Omgeving& omgeving;
};

// Carries out one record of the contract.
template <typename Wire>
Besluit<Aanvaarding> CarryOut(HandlerContext& context, const Wire& record) {
  const auto opdracht = Decode(record, context.omgeving.instellingen().bsn_reeks);
  if (!opdracht.ok()) {
    context.omgeving.Refuse(SoortOfWire<Wire>(), opdracht.weigering().regel);
    return opdracht.weigering();
  }
  return context.omgeving.Execute(*opdracht);
}

// Likewise, for a call of its own: the refusal is the status of the call.
template <typename Wire>
absl::Status CarryOutMelding(HandlerContext& context, const Wire& record, v1::Ontvangst* ontvangst) {
  const auto aanvaarding = CarryOut(context, record);
  if (!aanvaarding.ok()) return FoutVan(aanvaarding.weigering());
  EncodeOntvangst(context.omgeving.toestand(), *aanvaarding, ontvangst);
  return absl::OkStatus();
}
template <typename Wire>
absl::Status CarryOutOverig(HandlerContext& context, const Wire& record, v1::Verwerkt* verwerkt) {
  const auto aanvaarding = CarryOut(context, record);
  if (!aanvaarding.ok()) return FoutVan(aanvaarding.weigering());
  EncodeVerwerkt(*aanvaarding, verwerkt);
  return absl::OkStatus();
}

// Likewise, for a record of a batch: the refusal is its result. `Result` has both as alternatives.
template <typename Wire, typename Result>
void CarryOutMeldingInBatch(HandlerContext& context, const Wire& record, Result* resultaat) {
  const auto aanvaarding = CarryOut(context, record);
  if (aanvaarding.ok()) {
    EncodeOntvangst(context.omgeving.toestand(), *aanvaarding, resultaat->mutable_ontvangst());
  } else {
    ToWire(aanvaarding.weigering(), resultaat->mutable_weigering());
  }
}
template <typename Wire, typename Result>
void CarryOutOverigInBatch(HandlerContext& context, const Wire& record, Result* resultaat) {
  const auto aanvaarding = CarryOut(context, record);
  if (aanvaarding.ok()) {
    EncodeVerwerkt(*aanvaarding, resultaat->mutable_verwerkt());
  } else {
    ToWire(aanvaarding.weigering(), resultaat->mutable_weigering());
  }
}

// A record of a batch in which nothing is set.
template <typename Result>
void RefuseEmptyRecord(absl::string_view veld, Result* resultaat) {
  ToWire(FoutVeld(veld, "exactly one kind of record must be set"), resultaat->mutable_weigering());
}

// OK, or the error that ends a stream whose batch is over the bound.
inline absl::Status CheckBatch(int records) {
  return records > kMaxBatchRecords ? FoutBatchTeGroot(records) : absl::OkStatus();
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_UITVOERING_H_
