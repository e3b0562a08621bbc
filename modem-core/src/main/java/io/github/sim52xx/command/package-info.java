/**
 * The base commands of the device, one class a subject: V.250, identity, control and status, SIM, network. A command is
 * one row of {@code addTo} and one method. Start with {@link io.github.sim52xx.command.NetworkCommands}.
 */
package io.github.sim52xx.command;
