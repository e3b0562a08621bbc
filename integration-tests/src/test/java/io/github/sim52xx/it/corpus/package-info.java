/**
 * Mails that are not nice: those that other people wrote, taken from their mail servers ({@link
 * io.github.sim52xx.it.corpus.CorpusFetchTest}), those that break mailers, there and back again ({@link
 * io.github.sim52xx.it.corpus.RoundTripContract}), and what does not end ({@link
 * io.github.sim52xx.it.corpus.SmallModem}).
 */
package io.github.sim52xx.it.corpus;
