/**
 * Transcripts: dialogues with a modem in a text file, {@code .at}, and their player. {@link
 * io.github.sim52xx.cli.transcript.Transcript} describes the format; {@link io.github.sim52xx.cli.transcript.Player}
 * plays one on a {@link io.github.sim52xx.cli.transcript.Stage}, in this process or far away.
 */
package io.github.sim52xx.cli.transcript;
