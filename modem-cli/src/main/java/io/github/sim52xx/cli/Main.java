package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.*;
import io.github.sim52xx.command.*;
import io.github.sim52xx.modem.*;
import java.net.*;

public class Main {
    public static void main(String[] a) throws Exception {
        Blueprint b = BaseCommands.addParts(Blueprint.builder())
                .commands(BaseCommands.all())
                .events(e -> {
                    System.err.println(e.describe());
                    if (e instanceof ModemEvent.Fault f) f.error().printStackTrace();
                })
                .build();
        Modem m = new Modem(b, NonVolatile.IN_MEMORY);
        ModemSource s = a.length > 1
                ? new ModemSource() {
                    public Modem forConnection() {
                        return new Modem(b, NonVolatile.IN_MEMORY);
                    }
                }
                : ModemSource.one(m);
        TcpPort p = new TcpPort(new InetSocketAddress("127.0.0.1", Integer.parseInt(a[0])), s);
        System.out.println(p.address().getPort());
        Thread.sleep(Long.MAX_VALUE);
    }
}
