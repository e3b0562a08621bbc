package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.net.socket.Closing;
import java.util.List;

/** How a set of commands tells the DTE of its links. Called on the modem's thread. */
public interface Reports {

    /** What the DTE is told of the data that waits in {@code link}; null if it is to be told nothing for the moment. */
    Chunk arrived(StreamLink link);

    /** The same of a UDP port. */
    default Chunk arrived(DatagramLink link) {
        return link.chunk();
    }

    /** What the DTE is told when a link has ended that it has not closed itself, behind all data. */
    List<String> ended(StreamLink link, Closing how);
}
