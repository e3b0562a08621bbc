package io.github.sim52xx.at;

/** What a table of commands acts on, as far as the table itself has to know it. */
public interface Device {

    /** The values of the table's settings. */
    Settings settings();

    /** The year of the firmware's documents: 2010, 2012 or 2014. Commands come and go with it. */
    int firmwareYear();
}
