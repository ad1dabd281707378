#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include "bench/load/report/verslag.h"

namespace ketenproef::load {
namespace {

using google::protobuf::ListValue;
using google::protobuf::Struct;
using google::protobuf::Value;

void Set(Struct* object, const std::string& name, double value) {
  (*object->mutable_fields())[name].set_number_value(value);
}
void Set(Struct* object, const std::string& name, const std::string& value) {
  (*object->mutable_fields())[name].set_string_value(value);
}
// Up to 2^53, about which no run has to worry.
void SetCount(Struct* object, const std::string& name, std::int64_t value) {
  Set(object, name, static_cast<double>(value));
}
Struct* AddObject(Struct* object, const std::string& name) {
  return (*object->mutable_fields())[name].mutable_struct_value();
}
ListValue* AddList(Struct* object, const std::string& name) {
  return (*object->mutable_fields())[name].mutable_list_value();
}

void FillMeting(const LoadReport& report, Struct* meting) {
  SetCount(meting, "aantal", report.answered);
  SetCount(meting, "records", report.records);
  SetCount(meting, "mislukt", report.failures);
  Set(meting, "eerste_fout", report.first_error);
  SetCount(meting, "te_laat_verstuurd", report.late);
  SetCount(meting, "opgehouden", report.held_back);
  Set(meting, "rekentijd_generator", report.busy_share);
  Set(meting, "duur_s", report.Seconds());
  Set(meting, "records_per_s", report.RecordsPerS());
  SetCount(meting, "min_ns", report.latency.min());
  SetCount(meting, "p50_ns", report.latency.Percentile(50));
  SetCount(meting, "p90_ns", report.latency.Percentile(90));
  SetCount(meting, "p99_ns", report.latency.Percentile(99));
  SetCount(meting, "p99.9_ns", report.latency.Percentile(99.9));
  SetCount(meting, "max_ns", report.latency.max());
  Set(meting, "gemiddeld_ns", report.latency.mean());
  ListValue* buckets = AddList(meting, "histogram");
  report.latency.ForEachBucket([&](std::int64_t highest, std::int64_t count) {
    ListValue* bucket = buckets->add_values()->mutable_list_value();
    bucket->add_values()->set_number_value(static_cast<double>(highest));
    bucket->add_values()->set_number_value(static_cast<double>(count));
  });
}

void FillAfstemming(const Afstemming& afstemming, Struct* object) {
  SetCount(object, "verstuurd", afstemming.verstuurd);
  SetCount(object, "beantwoord", afstemming.beantwoord);
  SetCount(object, "onbekend", afstemming.onbekend);
  SetCount(object, "verloren", afstemming.verloren);
  SetCount(object, "dubbel", afstemming.dubbel);
  SetCount(object, "fout", afstemming.fout);
  ListValue* sommen = AddList(object, "sommen");
  for (const Som& som : afstemming.sommen) {
    Struct* line = sommen->add_values()->mutable_struct_value();
    Set(line, "naam", som.naam);
    SetCount(line, "verwacht", som.verwacht);
    SetCount(line, "ontvangen", som.ontvangen);
    if (som.systeem.has_value()) SetCount(line, "systeem", *som.systeem);
    (*line->mutable_fields())["gelijk"].set_bool_value(som.IsWell());
  }
  ListValue* bevindingen = AddList(object, "bevindingen");
  for (const std::string& bevinding : afstemming.bevindingen) {
    bevindingen->add_values()->set_string_value(bevinding);
  }
}

}  // namespace

std::string JsonOf(const Verslag& verslag) {
  Struct object;
  Set(&object, "uitslag", std::string(UitslagWoord(verslag.uitslag)));
  Set(&object, "toelichting", UitslagZin(verslag));
  Set(&object, "systeem", verslag.systeem);
  Set(&object, "modus", verslag.modus);
  Struct* opzet = AddObject(&object, "opzet");
  for (const auto& [naam, waarde] : verslag.opzet) Set(opzet, naam, waarde);
  Struct* metingen = AddObject(&object, "metingen");
  for (const Meting& meting : verslag.result.metingen) {
    FillMeting(meting.report, AddObject(metingen, meting.naam));
  }
  FillAfstemming(verslag.result.afstemming, AddObject(&object, "afstemming"));
  ListValue* eisen = AddList(&object, "eisen");
  for (const EisOordeel& eis : verslag.eisen) {
    Struct* line = eisen->add_values()->mutable_struct_value();
    Set(line, "eis", eis.tekst);
    Set(line, "gemeten", eis.gemeten);
    (*line->mutable_fields())["gehaald"].set_bool_value(eis.meets);
  }
  ListValue* verzadiging = AddList(&object, "verzadiging");
  for (const std::string& reden : verslag.verzadiging) verzadiging->add_values()->set_string_value(reden);
  std::string json;
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  // A Struct can always be printed.
  (void)google::protobuf::util::MessageToJsonString(object, &json, options);
  return json;
}

}  // namespace ketenproef::load
