#include "conformance/mutants/oordelen.h"

#include <algorithm>
#include <utility>

#include "conformance/calendar/feestdagen.h"
#include "conformance/checks/melding.h"

namespace ketenproef::conformance {
namespace {

// The case that an accepted melding is about.
contract::Ziektegeval GevalOf(const RecordPassage& passage) {
  const contract::Draaiboekregel& record = passage.record;
  const auto find = [&](const std::string& nummer, const std::string& kenmerk) {
    return passage.world().Geval(nummer, kenmerk).value_or(contract::Ziektegeval());
  };
  if (record.has_herstelmelding()) {
    return find(record.herstelmelding().loonheffingennummer(), record.herstelmelding().verwijst_naar());
  }
  if (record.has_ziek_en_herstelmelding()) {
    return find(record.ziek_en_herstelmelding().loonheffingennummer(),
                record.ziek_en_herstelmelding().kenmerk());
  }
  return find(record.ziekmelding().loonheffingennummer(), record.ziekmelding().kenmerk());
}

void ForEach(RecordPassage* passage, const std::function<void(const Oordeelblik&)>& use) {
  if (passage->resultaat.ontvangst().oordelen().empty()) return;
  const contract::Ziektegeval geval = GevalOf(*passage);
  for (auto& oordeel : *passage->resultaat.mutable_ontvangst()->mutable_oordelen()) {
    use({passage->record, oordeel, geval, passage->world()});
  }
}

contract::Beoordelingstatus StatusBy(const contract::Beoordeling& beoordeling, Dag uiterste_dag,
                                     Dag vandaag) {
  if (!IsBeslist(beoordeling)) {
    return vandaag <= uiterste_dag ? contract::BEOORDELINGSTATUS_OPEN
                                   : contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN;
  }
  return *DagVanDatum(beoordeling.besloten_op()) <= uiterste_dag
             ? contract::BEOORDELINGSTATUS_TIJDIG
             : contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN;
}

// What an extension or decision answers, by the case that it is about.
void ChangeAnswer(RecordPassage* passage,
                  const std::function<void(contract::Ziektegeval&, const World&)>& change) {
  const contract::Draaiboekregel& record = passage->record;
  const auto apply = [&](const auto& opdracht) {
    auto geval = passage->world().Geval(opdracht.loonheffingennummer(), opdracht.verwijst_naar());
    if (!geval.has_value()) return;
    change(*geval, passage->world());
    passage->beoordeling = geval->beoordeling();
  };
  if (!passage->is_accepted()) return;
  if (record.has_verlenging()) apply(record.verlenging());
  if (record.has_beslissing()) apply(record.beslissing());
}

}  // namespace

void Oordeelblik::StelUitersteDag(Dag dag) const {
  const int te_laat = static_cast<int>(std::max<std::int64_t>(0, (ontvangen_op() - dag).count()));
  *oordeel.mutable_uiterste_dag() = DatumVanDag(dag);
  oordeel.set_tijdig(te_laat == 0);
  oordeel.set_dagen_te_laat(te_laat);
  oordeel.set_boete_eur(FineOf(te_laat));
}

Break Oordelen(std::function<void(const Oordeelblik&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    OnRecords(hooks, [change](RecordPassage& passage) {
      passage.Forward();
      ForEach(&passage, change);
    });
  };
}

Break Ziekoordelen(std::function<void(const Oordeelblik&)> change) {
  return Oordelen([change = std::move(change)](const Oordeelblik& blik) {
    if (blik.is_ziek()) change(blik);
  });
}

Break Hersteloordelen(std::function<void(const Oordeelblik&)> change) {
  return Oordelen([change = std::move(change)](const Oordeelblik& blik) {
    if (!blik.is_ziek()) change(blik);
  });
}

Break RefusesJudged(std::string regel, std::function<bool(const Oordeelblik&)> when) {
  return [regel = std::move(regel), when = std::move(when)](Hooks* hooks) {
    OnRecords(hooks, [regel, when](RecordPassage& passage) {
      passage.Forward();
      bool is_meant = false;
      ForEach(&passage, [&](const Oordeelblik& blik) { is_meant = is_meant || when(blik); });
      if (is_meant) passage.Refuse(contract::WEIGERINGSOORT_TOESTAND, regel);
    });
  };
}

Break Beoordelingen(std::function<void(contract::Ziektegeval&, const World&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    hooks->On<contract::GetZiektegevalRequest>([change](auto& call) {
      const grpc::Status status = call.Forward();
      if (status.ok()) change(*call.response.mutable_ziektegeval(), call.world());
      return status;
    });
    hooks->On<contract::ListZiektegevallenRequest>([change](auto& call) {
      const grpc::Status status = call.Forward();
      for (auto& geval : *call.response.mutable_ziektegevallen()) change(geval, call.world());
      return status;
    });
    OnRecords(hooks, [change](RecordPassage& passage) {
      passage.Forward();
      ChangeAnswer(&passage, change);
    });
  };
}

void StelUitersteDag(contract::Ziektegeval* geval, Dag uiterste_dag, Dag vandaag) {
  contract::Beoordeling& beoordeling = *geval->mutable_beoordeling();
  *beoordeling.mutable_uiterste_dag() = DatumVanDag(uiterste_dag);
  beoordeling.set_status(StatusBy(beoordeling, uiterste_dag, vandaag));
}

Dag Werkdag(Dag dag) {
  return EmbeddedFeestdagentabel().Werkdag(dag).value_or(dag);
}

Dag LaatsteDag(const World& world, Dag einde) {
  return world.IsWet() ? Werkdag(einde) : einde;
}

bool IsBeslist(const contract::Beoordeling& beoordeling) {
  return beoordeling.uitkomst() != contract::UITKOMST_UNSPECIFIED;
}

bool IsBeslist(const contract::Ziektegeval& geval) {
  return IsBeslist(geval.beoordeling());
}

bool IsUitDienst(const contract::Ziektegeval& geval, const World& world) {
  return geval.has_einde_dienstverband() && *DagVanDatum(geval.einde_dienstverband()) < world.Vandaag();
}

}  // namespace ketenproef::conformance
