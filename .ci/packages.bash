# shellcheck shell=bash
# Finds and installs Debian packages. Sourced by the launcher and by .ci/run; needs bash, coreutils and
# dpkg, which every Debian has.
#
#   packages_ensure LIST STAMP   returns when every package of LIST is installed. STAMP remembers the
#                                answer; logs go beside it. Exits 69 when it cannot install.
#   packages_recorded LIST STAMP succeeds when STAMP says so already: no look into the package database.
#
# A list has one package a line; '#' starts a comment. The callers define say (a line to the user) and
# fail (EXIT_CODE MESSAGE), and keep two of themselves from installing at once.

# What STAMP holds: the list and the state of the package database that was looked at. Comparing text
# instead of times also notices a list that came with an older date.
packages_key() {
  printf '%s\n' "$(stat -c '%y' /var/lib/dpkg/status 2>/dev/null)" "$(<"$1")"
}

packages_recorded() {
  [[ -e $2 && "$(<"$2")" == "$(packages_key "$1")" ]]
}

# Prints the packages of LIST that are not installed. What another package provides counts as installed:
# NodeSource's nodejs is also npm, and conflicts with Debian's package of that name.
packages_missing() {
  local -A present=()
  local status name provides word
  local -a words
  while IFS=$'\t' read -r status name provides; do
    [[ $status == installed ]] || continue
    present[$name]=1
    IFS=', ' read -r -a words <<<"$provides"
    for word in "${words[@]}"; do
      [[ $word == [a-z0-9]* ]] && present[$word]=1
    done
  done < <(dpkg-query -W -f '${db:Status-Status}\t${Package}\t${Provides}\n')

  while read -r -a words || ((${#words[@]})); do
    for word in "${words[@]}"; do
      [[ $word != '#'* ]] || break
      [[ -n ${present[$word]-} ]] || printf '%s\n' "$word"
    done
  done <"$1"
}

packages_ensure() {
  local list=$1 stamp=$2 log=$2.log
  packages_recorded "$list" "$stamp" && return

  command -v dpkg-query >/dev/null ||
    fail 69 "this is no Debian system (dpkg-query is missing); Ketenproef is built on Debian 12"
  local -a missing
  mapfile -t missing < <(packages_missing "$list")
  if ((${#missing[@]})); then
    packages_install "$log" "${missing[@]}"
    mapfile -t missing < <(packages_missing "$list")
    ((${#missing[@]} == 0)) || fail 69 "still missing after apt-get: ${missing[*]} (log: $log)"
  fi
  # By rename, so that nobody ever reads half a stamp.
  packages_key "$list" >"$stamp.new"
  mv -- "$stamp.new" "$stamp"
}

packages_install() {
  local log=$1
  shift
  # The same words that are run below are tried first: sudo may allow some commands only.
  local -a apt=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y -o DPkg::Lock::Timeout=300)
  if ((EUID != 0)); then
    apt=(sudo -n "${apt[@]}")
    "${apt[@]}" --version </dev/null >/dev/null 2>&1 || packages_ask "$@"
  fi

  say "installing missing Debian packages: $# (log: $log)"
  # An update that fails is not the end: one broken third-party source must not stop an install for
  # which the package lists suffice. The install decides.
  if ! {
    "${apt[@]}" update || echo "apt-get update failed, trying to install all the same"
    "${apt[@]}" install --no-install-recommends "$@"
  } </dev/null >"$log" 2>&1; then
    tail -n 15 -- "$log" >&2
    fail 69 "apt-get could not install: $* (full log: $log)"
  fi
}

# Nothing can be installed from here: says the one command that does it.
packages_ask() {
  local install="apt-get update && apt-get install -y --no-install-recommends $*"
  local command="su -c '$install'"
  command -v sudo >/dev/null && command="sudo sh -c '$install'"
  say "some Debian packages are missing, and only root can install them. Run this, then try again:"
  printf '\n  %s\n\n' "$command" >&2
  exit 69
}
