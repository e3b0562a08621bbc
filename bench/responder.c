/*
 * The yardstick for AT round trips: answers every carriage return with OK, as fast as one epoll thread can, and knows
 * nothing else.    responder PORT    prints the port that it listens on; 0 takes any free one.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

static const char answer[] = "\r\nOK\r\n";
static const int answer_length = sizeof answer - 1;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void respond(int client) {
    static char in[32 * 1024], out[sizeof in * sizeof answer];
    ssize_t length = read(client, in, sizeof in);
    if (length <= 0) {
        close(client);
        return;
    }
    size_t filled = 0;
    for (ssize_t i = 0; i < length; i++) {
        if (in[i] == '\r') {
            memcpy(out + filled, answer, answer_length);
            filled += answer_length;
        }
    }
    for (size_t sent = 0; sent < filled;) {
        ssize_t written = write(client, out + sent, filled - sent);
        if (written <= 0) return;
        sent += written;
    }
}

int main(int argc, char **argv) {
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0), poll = epoll_create1(0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 0)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1024)) fail("listen");
    socklen_t size = sizeof address;
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, ready[128];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int count = epoll_wait(poll, ready, 128, -1);
        for (int i = 0; i < count; i++) {
            if (ready[i].data.fd != listener) {
                respond(ready[i].data.fd);
                continue;
            }
            int client = accept(listener, NULL, NULL);
            if (client < 0) continue;
            setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            event.data.fd = client;
            epoll_ctl(poll, EPOLL_CTL_ADD, client, &event);
        }
    }
}
