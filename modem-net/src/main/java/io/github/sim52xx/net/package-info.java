/**
 * The packet domain: PDP contexts, the bearer, names and routes, and the sockets through which every byte leaves the
 * modem. Start with {@link io.github.sim52xx.net.Bearer}.
 */
package io.github.sim52xx.net;
