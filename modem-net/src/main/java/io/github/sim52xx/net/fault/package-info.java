/**
 * What can go wrong between the modem and its peers, one small type each, and how a connection meets it. Knows neither
 * sockets nor MINA: a carrier asks its {@link io.github.sim52xx.net.fault.FaultyPath} how long bytes are on their way and
 * hears when the connection breaks. Start with {@link io.github.sim52xx.net.fault.Faults}.
 */
package io.github.sim52xx.net.fault;
