package io.github.sim52xx.cli.mail;

/** CRAM-MD5: name, blank, and the challenge's HMAC in hexadecimal (RFC 2195 2). */
record SaslCramMd5(Accounts accounts, String challenge) implements Sasl {

    @Override
    public boolean takesInitialResponse() {
        return false;
    }

    @Override
    public Outcome answer(String response) {
        int blank = response.lastIndexOf(' ');
        boolean admitted =
                blank > 0 && accounts.admitHmac(response.substring(0, blank), challenge, response.substring(blank + 1));
        return admitted ? Outcome.ADMITTED : Outcome.REFUSED;
    }
}
