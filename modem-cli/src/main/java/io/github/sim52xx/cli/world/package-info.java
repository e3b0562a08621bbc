/**
 * The world around a modem: one table of what can be done to it and of what can be asked about it, for
 * {@code sim52xx ctl}, the control port and scenario files; and the events that come of it. Start with
 * {@link io.github.sim52xx.cli.world.World}; a new row goes into its {@link io.github.sim52xx.cli.world.Subject}.
 */
package io.github.sim52xx.cli.world;
