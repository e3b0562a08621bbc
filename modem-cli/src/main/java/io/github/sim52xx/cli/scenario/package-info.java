/**
 * Scenarios: what happens around a modem, and when, in a YAML file. {@link
 * io.github.sim52xx.cli.scenario.ScenarioFile} describes the format; a {@link io.github.sim52xx.cli.scenario.Director}
 * sees to it that it happens.
 */
package io.github.sim52xx.cli.scenario;
