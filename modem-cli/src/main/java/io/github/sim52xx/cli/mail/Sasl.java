package io.github.sim52xx.cli.mail;

/** One authentication dialogue (RFC 4954 4). Texts are byte strings, neither side's Base64 included. */
sealed interface Sasl permits SaslPlain, SaslLogin, SaslCramMd5 {

    /** Where the dialogue stands after an answer. */
    enum Outcome {
        ADMITTED,
        REFUSED,
        MORE
    }

    /** What the client is asked next. */
    String challenge();

    /** True if the client may answer before it is asked. */
    boolean takesInitialResponse();

    /** The client's answer. */
    Outcome answer(String response);

    /** The dialogue of this mechanism; null if it is unknown. */
    static Sasl of(String mechanism, Accounts accounts, String stamp) {
        return switch (mechanism) {
            case "PLAIN" -> new SaslPlain(accounts);
            case "LOGIN" -> new SaslLogin(accounts);
            case "CRAM-MD5" -> new SaslCramMd5(accounts, stamp);
            default -> null;
        };
    }
}
