package io.github.sim52xx.dce;

/**
 * How the DCE's UART is set: eight data bits and one stop bit, always. Immutable.
 *
 * @param speed in baud, as +IPR has it
 * @param parity as +ICF has it: 0 odd, 1 even, 2 mark, 3 none
 */
public record SerialLine(int speed, int parity) {}
