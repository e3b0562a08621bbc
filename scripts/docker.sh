# A Docker daemon for tests: the one that is there, or one of our own. Sourced after setup.sh; nothing is left behind.

base_image=debian:bookworm-slim
docker_home=
dockerd=
docker_leftovers=()

# Makes sure that a daemon answers and has the base image; whoever calls this calls leave_docker at its end.
need_docker() {
    remove_leftovers
    docker_home=$(mktemp -d "/tmp/sim52xx-docker.$$.XXXXXX") || return
    need_programs docker.io:docker || return
    has_compose || apt_install "Docker Compose" docker-compose || return
    docker_answers || start_docker || return
    docker image inspect "$base_image" >/dev/null 2>&1 && return
    timeout 120 docker pull -q "$base_image" >/dev/null 2>&1 && return
    make_base_image
}

# What runs have left that were killed: a daemon without a master, and gigabytes.
remove_leftovers() {
    local left owner
    for left in /tmp/sim52xx-docker.*.*; do
        owner=${left#*docker.}
        owner=${owner%%.*}
        [ -d "$left" ] && [ -O "$left" ] && ! kill -0 "$owner" 2>/dev/null || continue
        if [ -f "$left/pid" ] && grep -qsF -- "$left/data" "/proc/$(cat "$left/pid")/cmdline"; then
            end_daemon "$(cat "$left/pid")"
        fi
        remove_home "$left"
    done
}

# Ends a daemon, which has a minute to end its containers.
end_daemon() {
    kill "$1" 2>/dev/null
    for _ in $(seq 300); do
        kill -0 "$1" 2>/dev/null || return 0
        sleep 0.2
    done
    kill -KILL "$1" 2>/dev/null
}

remove_home() {
    grep -o " $1/[^ ]*" /proc/mounts | sort -r | xargs -r umount
    rm -rf "$1"
}

# Removes the images that the tests keep for one another, and ends the daemon if it is ours.
leave_docker() {
    [ -n "$docker_home" ] || return 0
    timeout 60 docker image ls -q 'sim52xx-test*' 2>/dev/null | sort -u | xargs -r timeout 120 docker rmi -f >/dev/null 2>&1
    [ -z "$dockerd" ] || stop_docker
    remove_home "$docker_home"
    docker_home=
}

has_compose() {
    docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null
}

# A daemon that is there and says nothing is none.
docker_answers() {
    timeout 20 docker version >/dev/null 2>&1
}

start_docker() {
    local path end
    if [ "$(id -u)" != 0 ]; then
        echo "sim52xx: no Docker daemon answers, and only root can start one" >&2
        return 1
    fi
    need_programs docker.io:dockerd iptables:iptables || return
    for path in /etc/docker /etc/docker/key.json /run/docker; do
        [ -e "$path" ] || docker_leftovers+=("$path")
    done
    forwarding=$(cat /proc/sys/net/ipv4/ip_forward)
    forward_policy=$(iptables -S FORWARD | head -n 1)
    export DOCKER_HOST=unix://$docker_home/docker.sock
    # What holds one of our descriptors keeps our callers waiting after we have ended.
    dockerd --data-root "$docker_home/data" --exec-root "$docker_home/run" --pidfile "$docker_home/pid" \
        -H "$DOCKER_HOST" >"$docker_home/log" 2>&1 </dev/null &
    dockerd=$!
    # Where nothing can be pulled there is no helper image that cleans up; here everything goes with the daemon.
    export TESTCONTAINERS_RYUK_DISABLED=true
    # In a container Testcontainers would look for the daemon's ports on the gateway's address.
    export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
    end=$((SECONDS + 300))
    while [ "$SECONDS" -lt "$end" ]; do
        docker_answers && return
        kill -0 "$dockerd" 2>/dev/null || break
        sleep 0.2
    done
    echo "sim52xx: the Docker daemon does not start; $(df -hP /tmp | awk 'NR == 2 { print $4 }') are free in /tmp; its last lines:" >&2
    tail -n 5 "$docker_home/log" >&2
    return 1
}

# Ends our daemon, and takes back what it did to the machine.
stop_docker() {
    timeout 60 docker ps -q 2>/dev/null | xargs -r timeout 60 docker kill >/dev/null 2>&1
    timeout 60 docker network prune -f >/dev/null 2>&1
    end_daemon "$dockerd"
    wait "$dockerd" 2>/dev/null
    dockerd=
    [ ! -e /sys/class/net/docker0 ] || ip link delete docker0
    forget_docker_rules nat
    forget_docker_rules filter
    iptables $forward_policy
    rm -rf "${docker_leftovers[@]}"
    echo "$forwarding" >/proc/sys/net/ipv4/ip_forward
}

# The daemon leaves its chains in this table, and the rules that lead there.
forget_docker_rules() {
    local rule chain
    iptables -t "$1" -S | sed -n '/DOCKER\|docker0/s/^-A/-D/p' | while read -r rule; do
        eval "iptables -t $1 $rule"
    done
    iptables -t "$1" -S | sed -n 's/^-N \(DOCKER.*\)/\1/p' | while read -r chain; do
        iptables -t "$1" -X "$chain"
    done
}

# Debian's minimal system, from wherever this machine gets its own packages.
make_base_image() {
    local mirror attempt
    local root=$docker_home/base
    need_programs debootstrap:debootstrap || return
    mirror=$(apt-get indextargets --format '$(LABEL) $(COMPONENT) $(CREATED_BY) $(REPO_URI)' |
        sed -n 's/^Debian main Packages //p' | head -n 1)
    if [ -z "$mirror" ]; then
        echo "sim52xx: $base_image cannot be pulled, and this machine knows no mirror of Debian to make it from" >&2
        return 1
    fi
    echo "sim52xx: $base_image cannot be pulled; making it by debootstrap" >&2
    for attempt in 1 2 3; do
        # From the beginning: a half-made system is of no use to it.
        rm -rf "$root"
        mkdir "$root" && debootstrap --variant=minbase bookworm "$root" "$mirror" >"$docker_home/base.log" 2>&1 && break
        tail -n 5 "$docker_home/base.log" >&2
        [ "$attempt" != 3 ] || return
        sleep $((attempt * 10))
    done
    tar -C "$root" --exclude='*.deb' --exclude='usr/share/doc/*' --exclude='usr/share/locale/*' -c . |
        docker import -c 'CMD ["bash"]' - "$base_image" >/dev/null
    rm -rf "$root"
    docker image inspect "$base_image" >/dev/null
}
