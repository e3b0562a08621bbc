/**
 * The device: power, clock, SIM, radio, memory, and what holds them together. Start with {@link
 * io.github.sim52xx.modem.Modem}; what is common to many modems is in its {@link io.github.sim52xx.modem.Blueprint}.
 */
package io.github.sim52xx.modem;
