/**
 * The commands of the file system (manual 14): directories and files, copying, the drives as a whole; and those that
 * carry files over the AT line (manual 15). Start with {@link io.github.sim52xx.fs.command.FileSystemCommands}.
 */
package io.github.sim52xx.fs.command;
