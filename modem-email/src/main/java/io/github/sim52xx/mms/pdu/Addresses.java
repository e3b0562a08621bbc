package io.github.sim52xx.mms.pdu;

/** Addresses of people: mail addresses as they are, telephone numbers marked as such (OMA MMS encapsulation 8). */
final class Addresses {

    private static final String NUMBER = "/TYPE=PLMN";

    private Addresses() {}

    static String typed(String address) {
        return address.indexOf('@') >= 0 ? address : address + NUMBER;
    }

    static String plain(String typed) {
        return typed.endsWith(NUMBER) ? typed.substring(0, typed.length() - NUMBER.length()) : typed;
    }
}
