/**
 * Multimedia messages, SIM52xx manual 21: what is edited, sent, fetched and kept. Start with
 * {@link io.github.sim52xx.mms.MmsClient}.
 */
package io.github.sim52xx.mms;
