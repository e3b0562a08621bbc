package io.github.sim52xx.net;

/** Something that a {@link Bearer} carries and that ends with it. */
public interface Carried {

    /** The bearer has gone. Called on the modem's thread. */
    void lose();
}
