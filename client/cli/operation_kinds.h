// The kinds of operation that most are: one request and its answer, a list, batches from a file.
//
//   Unary<v1::SubmitZiekmeldingRequest>("submit ziekmelding", "Report a worker ill",
//                                       {"ziekmelding", {{"kenmerk", "Your own reference"}}}, {examples});
#ifndef KETENPROEF_CLIENT_CLI_OPERATION_KINDS_H_
#define KETENPROEF_CLIENT_CLI_OPERATION_KINDS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/cli/field_flags.h"
#include "client/cli/message_text.h"
#include "client/cli/operation.h"
#include "client/cli/pages.h"
#include "client/lib/client.h"

namespace ketenproef {

// Which fields of a request have flags.
struct RequestFields {
  std::string record;  // where they are; empty: in the request itself
  std::vector<FieldHelp> fields;
};

// Fields that requests of several kinds have.
FieldHelp NummerField();
FieldHelp VerwijzingField();

// `--count N` of operations that stream until interrupted; 0 where it is not given.
Flag CountFlag(const std::string& what);
absl::StatusOr<std::int64_t> CountOf(const Arguments& arguments);

// One message on standard output.
void PrintMessage(const Session& session, const google::protobuf::Message& message);

// The request that the flags say.
template <typename Request>
absl::StatusOr<Request> RequestOf(const std::vector<Flag>& flags, const Arguments& arguments) {
  Request request;
  if (absl::Status status = FillFields(flags, arguments, &request); !status.ok()) return status;
  return request;
}

template <typename Request>
absl::Status CallAndPrint(const Session& session, const Request& request) {
  const auto response = session.client.Call(request);
  if (!response.ok()) return response.status();
  PrintMessage(session, *response);
  return absl::OkStatus();
}

template <typename Request>
Operation Unary(std::string words, std::string summary, const RequestFields& fields,
                std::vector<std::string> examples) {
  std::vector<Flag> flags = FieldFlags(*Request::descriptor(), fields.record, fields.fields);
  auto run = [flags](const Session& session, const Arguments& arguments) {
    const auto request = RequestOf<Request>(flags, arguments);
    if (!request.ok()) return request.status();
    return CallAndPrint(session, *request);
  };
  return {std::move(words), std::move(summary), std::move(flags), std::move(examples), std::move(run)};
}

// Every item of a list, its pages followed to the end: as a table, or as JSON, one item a line.
template <typename Request>
absl::Status PrintList(const Session& session, Request request, const std::vector<std::string>& columns) {
  request.set_page_size(kPageSize);
  std::vector<std::unique_ptr<client::ResponseTo<Request>>> pages;
  std::vector<const google::protobuf::Message*> rows;
  absl::Status status = client::ForEachPage(session.client, request, [&](const auto& page) {
    if (!session.json) {
      pages.push_back(std::make_unique<client::ResponseTo<Request>>(page));
      const auto items = ItemsOf(*pages.back());
      rows.insert(rows.end(), items.begin(), items.end());
      return;
    }
    for (const google::protobuf::Message* item : ItemsOf(page)) session.print(JsonOf(*item) + "\n");
  });
  if (status.ok() && !session.json) session.print(TableOf(rows, columns));
  return status;
}

template <typename Request>
Operation List(std::string words, std::string summary, const std::vector<FieldHelp>& fields,
               std::vector<std::string> columns, std::vector<std::string> examples) {
  std::vector<Flag> flags = FieldFlags(*Request::descriptor(), "", fields);
  auto run = [flags, columns = std::move(columns)](const Session& session, const Arguments& arguments) {
    auto request = RequestOf<Request>(flags, arguments);
    if (!request.ok()) return request.status();
    return PrintList(session, *std::move(request), columns);
  };
  return {std::move(words), std::move(summary), std::move(flags), std::move(examples), std::move(run)};
}

// The records of a file of JSON, one a line, which may be `-` for standard input.
class RecordFile {
 public:
  static absl::StatusOr<RecordFile> Open(const std::string& path);
  // Adds up to a batch of records to the one repeated field of `batch`, which is empty; how many. The error
  // names the line.
  absl::StatusOr<int> Next(google::protobuf::Message* batch);

 private:
  RecordFile(std::string path, std::string content) : path_(std::move(path)), content_(std::move(content)) {}

  std::string path_;
  std::string content_;
  std::size_t position_ = 0;
  int line_ = 0;
};

// What became of the records of batches, in their order.
class BatchResults {
 public:
  // The results of one batch.
  void Add(const Session& session, const google::protobuf::Message& response);
  // The refused records as a table, and the counts.
  void Print(const Session& session) const;

 private:
  int accepted_ = 0;
  int refused_ = 0;
  std::vector<std::vector<std::string>> refusals_;
};

template <typename Request>
absl::Status SubmitBatches(const Session& session, const std::string& path) {
  auto file = RecordFile::Open(path);
  if (!file.ok()) return file.status();
  BatchResults results;
  auto stream = session.client.template Open<Request>();
  absl::Status fault;
  for (;;) {
    Request batch;
    const absl::StatusOr<int> count = file->Next(&batch);
    fault = count.status();
    if (!count.ok() || *count == 0) break;
    client::ResponseTo<Request> response;
    if (!stream.Write(batch) || !stream.Read(&response)) break;
    results.Add(session, response);
  }
  const absl::Status ended = stream.Finish();
  results.Print(session);
  return ended.ok() ? fault : ended;
}

template <typename Request>
Operation Batches(std::string words, std::string summary, std::vector<std::string> examples) {
  std::vector<Flag> flags = {
      {.name = "FILE",
       .help = "Records as JSON, one a line, as the contract has them; - for standard input",
       .is_required = true}};
  auto run = [](const Session& session, const Arguments& arguments) {
    return SubmitBatches<Request>(session, arguments.Get("FILE"));
  };
  return {std::move(words), std::move(summary), std::move(flags), std::move(examples), run};
}

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_OPERATION_KINDS_H_
