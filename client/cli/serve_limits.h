// What the system lets the process of a server do.
#ifndef KETENPROEF_CLIENT_CLI_SERVE_LIMITS_H_
#define KETENPROEF_CLIENT_CLI_SERVE_LIMITS_H_

namespace ketenproef {

// As many open files as may be had: every environment takes three, and shells hand out 1,024. And a file that
// may not grow further (ulimit -f) is an error of that write, which stops one environment, not the end of the
// process.
void LiftServeLimits();

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SERVE_LIMITS_H_
