/**
 * Mail servers that misbehave as a YAML file says. Start with {@link io.github.sim52xx.cli.hostile.MailScript}; the
 * dialect is in {@link io.github.sim52xx.cli.hostile.ScriptFile}, those that come with the app in {@link
 * io.github.sim52xx.cli.hostile.ReadyMade}.
 */
package io.github.sim52xx.cli.hostile;
