/*
 * Counts AT round trips:    ping PORT CONNECTIONS DEPTH SECONDS    sends "AT" on every connection, DEPTH lines in flight
 * on each, and prints how many OK came back per second.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#define MAX_DEPTH 1024

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void send_all(int fd, const char *bytes, size_t length) {
    while (length) {
        ssize_t written = write(fd, bytes, length);
        if (written <= 0) fail("write");
        bytes += written;
        length -= written;
    }
}

/* Connects and switches the echo off, so that both sides of a comparison answer with the same bytes. */
static int connect_quietly(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    if (connect(fd, (struct sockaddr *)&address, sizeof address)) fail("connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    send_all(fd, "ATE0\r", 5);
    char last = 0, previous = 0, byte;
    while (!(previous == 'O' && last == 'K')) {
        if (read(fd, &byte, 1) != 1) fail("read");
        previous = last;
        last = byte;
    }
    for (int i = 0; i < 2; i++)
        if (read(fd, &byte, 1) != 1) fail("read");
    return fd;
}

int main(int argc, char **argv) {
    if (argc != 5) return fprintf(stderr, "usage: ping PORT CONNECTIONS DEPTH SECONDS\n"), 2;
    int port = atoi(argv[1]), connections = atoi(argv[2]), depth = atoi(argv[3]);
    double duration = atof(argv[4]);
    if (depth < 1 || depth > MAX_DEPTH) return 2;

    char lines[3 * MAX_DEPTH];
    for (int i = 0; i < depth; i++) memcpy(lines + 3 * i, "AT\r", 3);
    int poll = epoll_create1(0), *fds = calloc(connections, sizeof *fds), *answered = calloc(connections, sizeof *answered);
    for (int i = 0; i < connections; i++) {
        fds[i] = connect_quietly(port);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        epoll_ctl(poll, EPOLL_CTL_ADD, fds[i], &event);
    }

    long total = 0;
    double begin = seconds(), end = begin + duration, now;
    for (int i = 0; i < connections; i++) send_all(fds[i], lines, 3 * depth);
    while ((now = seconds()) < end) {
        struct epoll_event ready[256];
        int count = epoll_wait(poll, ready, 256, 100);
        for (int e = 0; e < count; e++) {
            int i = ready[e].data.u32;
            char in[64 * 1024];
            ssize_t length = read(fds[i], in, sizeof in);
            if (length <= 0) fail("read");
            for (ssize_t b = 0; b < length; b++) {
                if (in[b] == 'K') {
                    answered[i]++;
                    total++;
                }
            }
            for (; answered[i] >= depth; answered[i] -= depth) send_all(fds[i], lines, 3 * depth);
        }
    }
    printf("%.0f\n", total / (now - begin));
    return 0;
}
