package io.github.sim52xx.email.pop3;

/** A line of LIST: a mail's number and its size. */
record Listing(int number, long size) {

    /** @throws NumberFormatException if the line is no such line */
    static Listing parse(String line) {
        String[] words = line.strip().split(" +");
        if (words.length < 2) {
            throw new NumberFormatException("not a number and a size: " + line);
        }
        return new Listing(Integer.parseInt(words[0]), Long.parseLong(words[1]));
    }
}
