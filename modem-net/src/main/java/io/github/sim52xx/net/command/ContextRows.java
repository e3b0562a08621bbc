package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Authentication;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.PdpContext;
import io.github.sim52xx.net.PdpContexts;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The two kinds of rows that exist for the DTE's contexts and for the built-in clients' alike. */
final class ContextRows {

    private static final int MAX_SECRET = 132;

    private ContextRows() {}

    /** {@code AT+NAME=1,"IP","apn"}, {@code AT+NAME=1} undefines, {@code AT+NAME?} lists. */
    static void define(
            Rows<Modem, PacketDomain> at,
            String name,
            String purpose,
            String compressions,
            Function<PacketDomain, PdpContexts> contexts) {
        at.command(name, purpose)
                .needsSim()
                .test(Stream.of("IP", "PPP", "IPV6")
                        .map(type -> name + ": (1-16),\"" + type + "\",,," + compressions)
                        .toArray(String[]::new))
                .read((domain, call) -> Response.ok(contexts.apply(domain).all().stream()
                        .map(context -> name + ": " + context)
                        .toArray(String[]::new)))
                .write("<cid>[,\"<PDP_type>\"[,\"<APN>\"[,\"<PDP_addr>\"[,<d_comp>[,<h_comp>]]]]]", (domain, call) -> {
                    contexts.apply(domain).write(call.parameters());
                    return Response.ok();
                })
                .execute((domain, call) -> Response.ok())
                .example("AT" + name + "=1,\"IP\",\"internet\"");
    }

    /**
     * {@code AT+NAME=1,1,"password","user"}; host code that writes the user first is as welcome. {@code AT+NAME?} never
     * shows a password.
     */
    static void authenticate(
            Rows<Modem, PacketDomain> at,
            String name,
            String purpose,
            String ranges,
            Function<PacketDomain, Map<Integer, Authentication>> authentications) {
        at.command(name, purpose)
                .needsSim()
                .test(name + ": " + ranges)
                .read((domain, call) -> Response.ok(new TreeMap<>(authentications.apply(domain))
                        .entrySet().stream()
                                .map(entry -> name + ": " + entry.getKey() + "," + shown(entry.getValue()))
                                .toArray(String[]::new)))
                .write("<cid>[,<auth_type>[,\"<passwd>\"[,\"<user>\"]]]", (domain, call) -> {
                    Parameters parameters = call.parameters();
                    int cid = parameters.integer("<cid>", 1, PdpContext.MAX_CID);
                    Authentication authentication = new Authentication(
                            parameters.integerOr("<auth_type>", 0, 3, 0),
                            parameters.stringOr("<passwd>", 0, MAX_SECRET, ""),
                            parameters.stringOr("<user>", 0, MAX_SECRET, ""));
                    parameters.end();
                    authentications.apply(domain).put(cid, authentication);
                    return Response.ok();
                })
                .execute((domain, call) -> {
                    authentications.apply(domain).clear();
                    return Response.ok();
                });
    }

    private static String shown(Authentication authentication) {
        return authentication.type()
                + (authentication.user().isEmpty() ? "" : "," + Response.quoted(authentication.user()));
    }
}
