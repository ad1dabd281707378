// The records that change something (meldingen, beoordelingen, registraties), whichever call carries them: a
// hook sees each one by itself, from a call of its own as from a batch, and both break alike.
//
//   OnRecords(&hooks, [](RecordPassage& passage) {
//     if (passage.record.has_ziekmelding()) passage.record.mutable_ziekmelding()->set_no_risk(false);
//     passage.Forward();
//     if (passage.regel() == "ZM-08") passage.Accept();
//   });
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_RECORDS_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_RECORDS_H_

#include <functional>
#include <string>
#include <utility>

#include "conformance/mutants/hooks.h"
#include "ketenproef/v1/draaiboek_service.pb.h"

namespace ketenproef::conformance {

class RecordPassage {
 public:
  // Sends the record; a status that is not OK is that of the call that carries it.
  using Send = std::function<grpc::Status(RecordPassage&)>;

  RecordPassage(const World& world, const Send& send) : world_(world), send_(send) {}

  // What came in and what Forward sends. Its kind stays what it is; none is set where the request has none.
  contract::Draaiboekregel record;
  // What the caller gets: ontvangst, verwerkt or weigering.
  contract::Regelresultaat resultaat;
  // With an extension or decision as a call of its own.
  contract::Beoordeling beoordeling;

  // Fills the two above.
  void Forward();
  bool is_accepted() const { return resultaat.has_ontvangst() || resultaat.has_verwerkt(); }
  // The rule of the refusal; empty: none.
  const std::string& regel() const { return resultaat.weigering().regel(); }

  // Answers as if it were accepted, with a receipt made up.
  void Accept();
  void Refuse(contract::Weigeringsoort soort, const std::string& regel);

  const World& world() const { return world_; }
  // What Forward ran into besides a refusal of the contract.
  const grpc::Status& status() const { return status_; }

 private:
  const World& world_;
  const Send& send_;
  grpc::Status status_;
};

void OnRecords(Hooks* hooks, const std::function<void(RecordPassage&)>& stand);

// The same refusal as a part of a stream says it and as a call does. Nothing is lost but that text in the
// status that is not in the contract.
contract::Weigering WeigeringOf(const grpc::Status& status);
grpc::Status StatusOf(const contract::Weigering& weigering);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_RECORDS_H_
