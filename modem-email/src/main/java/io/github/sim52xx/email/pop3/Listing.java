package io.github.sim52xx.email.pop3;

/** Two numbers in a reply: of LIST a mail's number and its size, of STAT how many mails there are and their size. */
record Listing(int number, long size) {

    /** @throws NumberFormatException if {@code text} does not begin with two such numbers */
    static Listing parse(String text) {
        String[] words = text.strip().split(" +");
        if (words.length < 2 || !isNumber(words[0]) || !isNumber(words[1])) {
            throw new NumberFormatException("not two numbers");
        }
        return new Listing(Integer.parseInt(words[0]), Long.parseLong(words[1]));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
