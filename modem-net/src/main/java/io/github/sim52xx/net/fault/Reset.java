package io.github.sim52xx.net.fault;

/** Every connection that there is breaks at once, what is on its way is lost. It is over as soon as it has happened. */
public record Reset() implements Fault {}
