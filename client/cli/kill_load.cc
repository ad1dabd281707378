#include "client/cli/kill_load.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/support/channel_arguments.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

constexpr char kNummer[] = "100000000L01";
constexpr std::size_t kBatchRecords = 20;
constexpr int kClockStepSeconds = 3 * 3'600;

void SetDatum(int jaar, int maand, int dag, v1::Datum* datum) {
  datum->set_jaar(jaar);
  datum->set_maand(maand);
  datum->set_dag(dag);
}

void Fill(const std::string& bsn, v1::Dienstverband* dienstverband) {
  dienstverband->set_bsn(bsn);
  dienstverband->set_loonheffingennummer(kNummer);
  SetDatum(2024, 1, 1, dienstverband->mutable_datum_van());
}

void Fill(const std::string& bsn, v1::Ziekmelding* ziekmelding) {
  ziekmelding->set_kenmerk("Z-" + bsn);
  ziekmelding->set_bsn(bsn);
  ziekmelding->set_loonheffingennummer(kNummer);
  ziekmelding->set_no_risk(false);
  SetDatum(2024, 12, 20, ziekmelding->mutable_eerste_ao_dag());
}

// A stream that ended while it was read from or written to; never well.
template <typename Stream>
absl::Status EndOf(Stream& stream) {
  absl::Status status = stream.Finish();
  EXPECT_FALSE(status.ok());
  return status;
}

bool SendDienstverbanden(client::Stream<v1::SubmitRegistratiesRequest>& stream,
                         const std::vector<std::string>& bsns, SentRecord& record) {
  v1::SubmitRegistratiesRequest batch;
  for (const std::string& bsn : bsns) {
    Fill(bsn, batch.add_registraties()->mutable_dienstverband());
    record.SendDienstverband(bsn);
  }
  v1::SubmitRegistratiesResponse answer;
  if (!stream.Write(batch) || !stream.Read(&answer)) return false;
  EXPECT_EQ(answer.resultaten_size(), batch.registraties_size());
  for (int i = 0; i < answer.resultaten_size(); ++i) {
    EXPECT_TRUE(answer.resultaten(i).has_verwerkt()) << answer.resultaten(i).ShortDebugString();
    record.AcknowledgeDienstverband(bsns[static_cast<std::size_t>(i)],
                                    answer.resultaten(i).verwerkt().volgnummer());
  }
  return true;
}

// How many were repeats; below 0: the stream ended.
int SendBatch(client::Stream<v1::SubmitMeldingenRequest>& stream, const std::vector<std::string>& bsns,
              SentRecord& record) {
  v1::SubmitMeldingenRequest batch;
  for (const std::string& bsn : bsns) {
    Fill(bsn, batch.add_meldingen()->mutable_ziekmelding());
    record.SendZiekmelding(bsn);
  }
  v1::SubmitMeldingenResponse answer;
  if (!stream.Write(batch) || !stream.Read(&answer)) return -1;
  EXPECT_EQ(answer.resultaten_size(), batch.meldingen_size());
  int repeats = 0;
  for (int i = 0; i < answer.resultaten_size(); ++i) {
    const v1::Meldingresultaat& resultaat = answer.resultaten(i);
    EXPECT_TRUE(resultaat.has_ontvangst()) << resultaat.ShortDebugString();
    repeats += resultaat.ontvangst().herhaald() ? 1 : 0;
    record.AcknowledgeZiekmelding(bsns[static_cast<std::size_t>(i)], resultaat.ontvangst().volgnummer());
  }
  return repeats;
}

v1::CreateOmgevingRequest Making(const std::string& naam) {
  v1::CreateOmgevingRequest request;
  request.mutable_instelling()->set_naam(naam);
  request.mutable_instelling()->mutable_start_tijdstip()->set_seconds(1'735'686'000);
  return request;
}

}  // namespace

client::Client ConnectTo(const std::string& address, const std::string& omgeving) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  client::ClientOptions options;
  options.address = address;
  options.omgeving = omgeving;
  options.max_attempts = 1;
  return client::Client(grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments),
                        options);
}

int SendZiekmeldingen(const client::Client& client, const std::vector<std::string>& bsns,
                      SentRecord& record) {
  auto stream = client.Open<v1::SubmitMeldingenRequest>();
  int repeats = 0;
  for (std::size_t begin = 0; begin < bsns.size(); begin += kBatchRecords) {
    const std::size_t end = std::min(begin + kBatchRecords, bsns.size());
    const int more = SendBatch(
        stream,
        {bsns.begin() + static_cast<std::ptrdiff_t>(begin), bsns.begin() + static_cast<std::ptrdiff_t>(end)},
        record);
    EXPECT_GE(more, 0);
    if (more < 0) break;
    repeats += more;
  }
  stream.WritesDone();
  const absl::Status status = stream.Finish();
  EXPECT_TRUE(status.ok()) << status;
  return repeats;
}

absl::Status OmgevingRecord::Run(const client::Client& client) {
  for (;;) {
    const std::string naam = absl::StrCat("tijdelijk-", omgevingen_.size());
    omgevingen_[naam] = Stand::kUnknown;
    if (const auto made = client.Call(Making(naam)); !made.ok()) return made.status();
    omgevingen_[naam] = Stand::kThere;
    for (auto& [other, stand] : omgevingen_) {
      if (other == naam || stand == Stand::kGone) continue;
      stand = Stand::kUnknown;
      v1::DeleteOmgevingRequest request;
      request.set_naam(other);
      const auto deleted = client.Call(request);
      // One that was never made, or is deleted already.
      if (!deleted.ok() && !absl::IsNotFound(deleted.status())) return deleted.status();
      stand = Stand::kGone;
    }
  }
}

void OmgevingRecord::Reconcile(const client::Client& client) {
  std::set<std::string> there;
  const absl::Status status =
      client::ForEachPage(client, v1::ListOmgevingenRequest(), [&there](const auto& page) {
        for (const v1::Omgeving& omgeving : page.omgevingen()) {
          there.insert(omgeving.instelling().naam());
          // Whole, as it was made.
          if (absl::StartsWith(omgeving.instelling().naam(), "tijdelijk-")) {
            EXPECT_EQ(omgeving.volgnummer(), 1);
            EXPECT_EQ(omgeving.tijdstip().seconds(), 1'735'686'000);
          }
        }
      });
  EXPECT_TRUE(status.ok()) << status;
  for (auto& [naam, stand] : omgevingen_) {
    const bool is_there = there.contains(naam);
    EXPECT_TRUE(stand == Stand::kUnknown || is_there == (stand == Stand::kThere)) << naam;
    stand = is_there ? Stand::kThere : Stand::kGone;
  }
}

KillLoad::KillLoad(const std::string& address, SentRecord& record, OmgevingRecord* omgevingen)
    : address_(address), record_(record) {
  for (const auto caller : {&KillLoad::SendBatches, &KillLoad::SendBatches, &KillLoad::SendCalls,
                            &KillLoad::SendCalls, &KillLoad::MoveClock}) {
    threads_.emplace_back([this, caller] { End((this->*caller)()); });
  }
  if (omgevingen == nullptr) return;
  threads_.emplace_back([this, omgevingen] { End(omgevingen->Run(ConnectTo(address_))); });
}

void KillLoad::End(absl::Status status) {
  absl::MutexLock lock(&mutex_);
  ends_.push_back(std::move(status));
}

void KillLoad::Join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

std::vector<absl::Status> KillLoad::ends() const {
  absl::MutexLock lock(&mutex_);
  return ends_;
}

absl::Status KillLoad::SendBatches() {
  const client::Client client = ConnectTo(address_);
  auto registers = client.Open<v1::SubmitRegistratiesRequest>();
  auto meldingen = client.Open<v1::SubmitMeldingenRequest>();
  for (;;) {
    std::vector<std::string> bsns;
    for (std::size_t i = 0; i < kBatchRecords; ++i) bsns.push_back(record_.NextBsn());
    if (!SendDienstverbanden(registers, bsns, record_)) return EndOf(registers);
    if (SendBatch(meldingen, bsns, record_) < 0) return EndOf(meldingen);
  }
}

absl::Status KillLoad::SendCalls() {
  const client::Client client = ConnectTo(address_);
  for (;;) {
    const std::string bsn = record_.NextBsn();
    v1::RegisterDienstverbandRequest dienstverband;
    Fill(bsn, dienstverband.mutable_dienstverband());
    record_.SendDienstverband(bsn);
    const auto verwerkt = client.Call(dienstverband);
    if (!verwerkt.ok()) return verwerkt.status();
    record_.AcknowledgeDienstverband(bsn, verwerkt->verwerkt().volgnummer());
    v1::SubmitZiekmeldingRequest ziekmelding;
    Fill(bsn, ziekmelding.mutable_ziekmelding());
    record_.SendZiekmelding(bsn);
    const auto ontvangst = client.Call(ziekmelding);
    if (!ontvangst.ok()) return ontvangst.status();
    EXPECT_FALSE(ontvangst->ontvangst().herhaald());
    record_.AcknowledgeZiekmelding(bsn, ontvangst->ontvangst().volgnummer());
  }
}

absl::Status KillLoad::MoveClock() {
  const client::Client client = ConnectTo(address_);
  v1::AdvanceClockRequest request;
  request.mutable_duur()->set_seconds(kClockStepSeconds);
  for (;;) {
    const auto advanced = client.Call(request);
    if (!advanced.ok()) return advanced.status();
    record_.AcknowledgeClock(advanced->kwitantie().tot_tijdstip().seconds());
  }
}

}  // namespace ketenproef
