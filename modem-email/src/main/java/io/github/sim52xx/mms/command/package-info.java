/** The AT commands of {@link io.github.sim52xx.mms}. */
package io.github.sim52xx.mms.command;
