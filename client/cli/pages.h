// Lists of the contract come in pages; this asks for one after the other.
#ifndef KETENPROEF_CLIENT_CLI_PAGES_H_
#define KETENPROEF_CLIENT_CLI_PAGES_H_

#include <grpcpp/client_context.h>

#include <string>

#include "absl/status/status.h"
#include "client/cli/grpc_status.h"

namespace ketenproef {

inline constexpr int kPageSize = 1'000;

// Calls `list(context, request, response)` for page after page and `add(response)` with each.
template <typename Request, typename Response, typename List, typename Add>
absl::Status ForEachPage(const std::string& omgeving, List list, Add add) {
  Request request;
  request.set_page_size(kPageSize);
  for (;;) {
    grpc::ClientContext context;
    context.AddMetadata("omgeving", omgeving);
    Response response;
    if (const grpc::Status status = list(&context, request, &response); !status.ok()) {
      return FromGrpc(status);
    }
    add(response);
    if (response.next_page_token().empty()) return absl::OkStatus();
    request.set_page_token(response.next_page_token());
  }
}

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_PAGES_H_
