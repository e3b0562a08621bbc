/** The commands of the packet domain. Start with {@link io.github.sim52xx.net.command.PacketCommands}. */
package io.github.sim52xx.net.command;
