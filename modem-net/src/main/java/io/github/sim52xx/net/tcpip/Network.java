package io.github.sim52xx.net.tcpip;

/** What +NETOPEN has opened. How its links can be used is the business of the set of commands that it belongs to. */
public interface Network {

    /** The mode that +NETOPEN? shows: 0 one link or server, 1 links by number. */
    int mode();

    Links links();
}
