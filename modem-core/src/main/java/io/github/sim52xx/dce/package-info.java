/**
 * One DTE–DCE interface (V.250): it edits and echoes command lines, executes them, formats the answers and holds
 * unsolicited result codes back while a command runs. Start with {@link io.github.sim52xx.dce.Dce}; a port of the outside world is a
 * {@link io.github.sim52xx.dce.DteLink}.
 */
package io.github.sim52xx.dce;
