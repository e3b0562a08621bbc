# Finds or installs what a build needs. Sourced; $install_allowed says whether packages may be installed.

progress() {
    if [ -t 2 ]; then
        printf '\r\033[Ksim52xx: %s …' "$1" >&2
    else
        printf 'sim52xx: %s …\n' "$1" >&2
    fi
}

done_progress() {
    [ -t 2 ] && printf '\r\033[K' >&2
    return 0
}

# The version of a java command as one number, 0 if it does not run.
java_version() {
    "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = *//p' | sed 's/^1\.//' | grep . || echo 0
}

# True if a directory is the home of a JDK, compiler included, of at least version 17.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ "$(java_version "$1/bin/java")" -ge 17 ]
}

# Sets JAVA_HOME and JAVA to a JDK 17 or newer, installing one if that is allowed.
need_java() {
    find_java && return
    apt_install "a JDK" default-jdk-headless || return
    find_java && return
    echo "sim52xx: no JDK 17 or newer; install one, on Debian: apt-get install default-jdk-headless" >&2
    return 1
}

find_java() {
    local candidate on_path
    on_path=$(command -v javac) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            export JAVA_HOME=$candidate
            JAVA=$JAVA_HOME/bin/java
            return 0
        fi
    done
    return 1
}

need_maven() {
    command -v mvn >/dev/null && return
    apt_install Maven maven && command -v mvn >/dev/null && return
    echo "sim52xx: no Maven; install it, on Debian: apt-get install maven" >&2
    return 1
}

# apt_install WHAT PACKAGE…: says what it does and does it, as root or by sudo.
apt_install() {
    local what=$1 as_root=
    shift
    if [ "$install_allowed" != yes ]; then
        echo "sim52xx: $what is missing and --no-install forbids to install it; on Debian: apt-get install $*" >&2
        return 1
    fi
    if ! command -v apt-get >/dev/null; then
        echo "sim52xx: $what is missing; install it with your system's package manager (Debian's packages: $*)" >&2
        return 1
    fi
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "sim52xx: $what is missing; install it as root: apt-get install $*" >&2
            return 1
        fi
        as_root=sudo
    fi
    echo "sim52xx: $what is missing; installing Debian's $*" >&2
    local attempt
    for attempt in 1 2 3; do
        # A list that is old is better than none; whether it will do shows at once.
        apt_get update
        apt_get install -y --no-remove --no-install-recommends "$@" && return
        [ "$attempt" = 3 ] || sleep $((attempt * 10))
    done
    echo "sim52xx: Debian's $* cannot be installed; above is what apt says" >&2
    return 1
}

# apt-get, as $as_root, which waits its turn for ten minutes while another one is at work.
apt_get() {
    local said code told="" end=$((SECONDS + 600))
    while true; do
        said=$($as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=5 "$@" </dev/null 2>&1)
        code=$?
        if [ "$code" = 0 ] || [ "$SECONDS" -ge "$end" ] || ! grep -q 'Could not get lock\|Unable to lock' <<<"$said"; then
            [ -z "$said" ] || printf '%s\n' "$said" >&2
            return "$code"
        fi
        [ -n "$told" ] || echo "sim52xx: waiting for another apt to finish" >&2
        told=yes
        sleep 2
    done
}

# need_programs PACKAGE:PROGRAM…: installs the packages whose programs are missing, if that is allowed.
need_programs() {
    local pair missing=()
    for pair; do
        command -v "${pair#*:}" >/dev/null || missing+=("${pair%%:*}")
    done
    [ ${#missing[@]} = 0 ] || apt_install "${missing[*]}" "${missing[@]}"
}

# Postfix and Dovecot for tests that start them; their packages configure and start nothing.
need_mail_servers() {
    if [ "$(id -u)" != 0 ]; then
        echo "sim52xx: only root can start Postfix" >&2
        return 1
    fi
    [ -x /usr/sbin/postfix ] || ! command -v debconf-set-selections >/dev/null || leave_postfix_alone || return
    need_programs postfix:/usr/sbin/postfix dovecot-pop3d:/usr/lib/dovecot/pop3-login openssl:openssl
}

# Its database is locked while somebody else installs something.
leave_postfix_alone() {
    local end=$((SECONDS + 600))
    until echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections; do
        [ "$SECONDS" -lt "$end" ] || return
        sleep 2
    done
}

# The home of the newest JDK that is not JAVA_HOME and not of its version, or nothing.
newest_other_jdk() {
    local home version newest= newest_version=16
    for home in /usr/lib/jvm/*; do
        is_jdk "$home" || continue
        version=$(java_version "$home/bin/java")
        if [ "$version" -gt "$newest_version" ] && [ "$version" != "$(java_version "$JAVA")" ]; then
            newest=$home newest_version=$version
        fi
    done
    echo "$newest"
}
