/**
 * Xmodem over the AT line (manual 15.1 to 15.3), with 128-byte and 1024-byte blocks, checksum and CRC. Start with {@link
 * io.github.sim52xx.fs.xmodem.XmodemReceiver} and {@link io.github.sim52xx.fs.xmodem.XmodemSender}.
 */
package io.github.sim52xx.fs.xmodem;
