/** The AT prompt of {@code sim52xx at}, with JLine where there is a terminal that can do more than print lines. */
package io.github.sim52xx.cli.prompt;
