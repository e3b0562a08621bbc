/** Files over the AT line of the product as a process: against the Xmodem of lrzsz on a PTY, and large ones over TCP. */
package io.github.sim52xx.it.transfer;
