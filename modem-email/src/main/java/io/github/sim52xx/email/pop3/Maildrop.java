package io.github.sim52xx.email.pop3;

/** What STAT says: how many mails there are and how large they are together. */
record Maildrop(int count, long size) {}
