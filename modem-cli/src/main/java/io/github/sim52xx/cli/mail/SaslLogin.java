package io.github.sim52xx.cli.mail;

/** LOGIN: name, then password. No standard describes it, but most small clients use it. */
final class SaslLogin implements Sasl {

    private final Accounts accounts;
    private String name;

    SaslLogin(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String challenge() {
        return name == null ? "Username:" : "Password:";
    }

    @Override
    public boolean takesInitialResponse() {
        return true;
    }

    @Override
    public Outcome answer(String response) {
        if (name == null) {
            name = response;
            return Outcome.MORE;
        }
        return accounts.admit(name, response) ? Outcome.ADMITTED : Outcome.REFUSED;
    }
}
