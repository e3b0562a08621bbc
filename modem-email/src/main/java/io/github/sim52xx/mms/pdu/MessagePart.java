package io.github.sim52xx.mms.pdu;

/**
 * One part of a message.
 *
 * @param name a byte string
 * @param data text as UTF-8, everything else as it is; nobody changes it
 */
public record MessagePart(String name, MediaType type, byte[] data) {}
