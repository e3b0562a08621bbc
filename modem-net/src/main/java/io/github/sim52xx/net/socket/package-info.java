/**
 * The modem's TCP and UDP sockets, on MINA. {@link io.github.sim52xx.net.socket.SocketService} opens them; the commands
 * of chapter 18 decide what becomes of their bytes. Every socket is bounded in both directions: a reader that is slow
 * holds its peer back.
 */
package io.github.sim52xx.net.socket;
