/**
 * The modem's TCP/IP as the socket commands have it (manual 18): the network that +NETOPEN opens, its links and servers,
 * and the way of what they receive to a terminal. {@link io.github.sim52xx.net.tcpip.TcpIp} is what is open;
 * {@link io.github.sim52xx.net.tcpip.Links} is what every set of commands has in common.
 */
package io.github.sim52xx.net.tcpip;
