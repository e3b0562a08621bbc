/*
 * Two ends of a mail as fast as the kernel allows:    mailends MESSAGEFILE    prints the ports of an SMTP sink, which
 * looks for the final dot and nothing else, and of a POP3 maildrop that holds the one message of the file (with CRLF
 * line ends and without lines that begin with a dot). Anybody may log in.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static char *message;
static size_t message_length;

struct reader {
    int fd;
    size_t position, limit;
    char buffer[128 * 1024];
};

static void say_bytes(int fd, const char *bytes, size_t length) {
    while (length) {
        ssize_t written = write(fd, bytes, length);
        if (written <= 0) return;
        bytes += written;
        length -= written;
    }
}

static void say(int fd, const char *line) { say_bytes(fd, line, strlen(line)); }

static int next_byte(struct reader *in) {
    if (in->position == in->limit) {
        ssize_t length = read(in->fd, in->buffer, sizeof in->buffer);
        if (length <= 0) return -1;
        in->position = 0;
        in->limit = length;
    }
    return (unsigned char)in->buffer[in->position++];
}

static int next_line(struct reader *in, char *line, size_t room) {
    size_t length = 0;
    for (int c; (c = next_byte(in)) >= 0;) {
        if (c == '\n') {
            line[length] = 0;
            return 1;
        }
        if (c != '\r' && length + 1 < room) line[length++] = c;
    }
    return 0;
}

/* Reads up to and with CR LF dot CR LF. */
static int skip_mail(struct reader *in) {
    static const char end[] = "\r\n.\r\n";
    int matched = 2;
    for (int c; (c = next_byte(in)) >= 0;) {
        matched = c == end[matched] ? matched + 1 : c == '\r' ? 1 : 0;
        if (matched == 5) return 1;
    }
    return 0;
}

static int is(const char *line, const char *verb) { return strncasecmp(line, verb, strlen(verb)) == 0; }

static void *serve_smtp(void *argument) {
    struct reader *in = calloc(1, sizeof *in);
    in->fd = (int)(long)argument;
    char line[2048];
    say(in->fd, "220 sink\r\n");
    while (next_line(in, line, sizeof line)) {
        if (is(line, "EHLO")) say(in->fd, "250-sink\r\n250 SIZE 100000000\r\n");
        else if (is(line, "DATA")) {
            say(in->fd, "354 go on\r\n");
            if (!skip_mail(in)) break;
            say(in->fd, "250 taken\r\n");
        } else if (is(line, "QUIT")) {
            say(in->fd, "221 bye\r\n");
            break;
        } else say(in->fd, "250 ok\r\n");
    }
    close(in->fd);
    free(in);
    return NULL;
}

static void *serve_pop3(void *argument) {
    struct reader *in = calloc(1, sizeof *in);
    in->fd = (int)(long)argument;
    char line[2048], answer[256];
    const char *body = strstr(message, "\r\n\r\n");
    say(in->fd, "+OK drop\r\n");
    while (next_line(in, line, sizeof line)) {
        if (is(line, "STAT")) snprintf(answer, sizeof answer, "+OK 1 %zu\r\n", message_length), say(in->fd, answer);
        else if (is(line, "LIST")) {
            snprintf(answer, sizeof answer, line[4] ? "+OK 1 %zu\r\n" : "+OK\r\n1 %zu\r\n.\r\n", message_length);
            say(in->fd, answer);
        } else if (is(line, "UIDL")) say(in->fd, line[4] ? "+OK 1 one\r\n" : "+OK\r\n1 one\r\n.\r\n");
        else if (is(line, "CAPA")) say(in->fd, "-ERR\r\n");
        else if (is(line, "TOP")) {
            say(in->fd, "+OK\r\n");
            if (body) say_bytes(in->fd, message, body + 4 - message);
            say(in->fd, ".\r\n");
        } else if (is(line, "RETR")) {
            say(in->fd, "+OK\r\n");
            say_bytes(in->fd, message, message_length);
            say(in->fd, ".\r\n");
        } else if (is(line, "QUIT")) {
            say(in->fd, "+OK\r\n");
            break;
        } else say(in->fd, "+OK\r\n");
    }
    close(in->fd);
    free(in);
    return NULL;
}

struct door {
    int listener;
    void *(*serve)(void *);
};

static int open_door(struct door *door, void *(*serve)(void *)) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    door->serve = serve;
    door->listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(door->listener, (struct sockaddr *)&address, size) || listen(door->listener, 64)) perror("listen"), exit(1);
    getsockname(door->listener, (struct sockaddr *)&address, &size);
    return ntohs(address.sin_port);
}

static void *keep_door(void *argument) {
    struct door *door = argument;
    for (;;) {
        int yes = 1;
        long client = accept(door->listener, NULL, NULL);
        pthread_t thread;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        pthread_create(&thread, NULL, door->serve, (void *)client);
        pthread_detach(thread);
    }
    return NULL;
}

int main(int argc, char **argv) {
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!file) return fprintf(stderr, "usage: mailends MESSAGEFILE\n"), 2;
    fseek(file, 0, SEEK_END);
    message_length = ftell(file);
    rewind(file);
    message = calloc(1, message_length + 1);
    if (fread(message, 1, message_length, file) != message_length) return 1;

    static struct door smtp, pop3;
    int smtp_port = open_door(&smtp, serve_smtp), pop3_port = open_door(&pop3, serve_pop3);
    printf("%d %d\n", smtp_port, pop3_port);
    fflush(stdout);
    pthread_t thread;
    pthread_create(&thread, NULL, keep_door, &smtp);
    keep_door(&pop3);
}
