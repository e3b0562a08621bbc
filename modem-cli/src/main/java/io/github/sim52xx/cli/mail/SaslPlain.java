package io.github.sim52xx.cli.mail;

/** PLAIN: whom to act for, name and password, with NULs between (RFC 4616 2). */
record SaslPlain(Accounts accounts) implements Sasl {

    @Override
    public String challenge() {
        return "";
    }

    @Override
    public boolean takesInitialResponse() {
        return true;
    }

    @Override
    public Outcome answer(String response) {
        String[] parts = response.split("\0", -1);
        boolean admitted = parts.length == 3
                && (parts[0].isEmpty() || parts[0].equals(parts[1]))
                && accounts.admit(parts[1], parts[2]);
        return admitted ? Outcome.ADMITTED : Outcome.REFUSED;
    }
}
