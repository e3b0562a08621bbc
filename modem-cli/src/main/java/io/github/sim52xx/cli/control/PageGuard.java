package io.github.sim52xx.cli.control;

/**
 * Keeps pages that a browser shows from using the port: by their name made to lead here ({@link HostHeader}), or from
 * elsewhere, which browsers tell by {@code Origin} and {@code Sec-Fetch-Site}.
 */
record PageGuard(HostHeader hosts) {

    void admit(Request request) throws Problem {
        String host = request.header("Host");
        if (!hosts.admits(host)) {
            throw new Problem(403, "the control port answers to its address, not to that name");
        }
        String origin = request.header("Origin");
        String site = request.header("Sec-Fetch-Site");
        boolean ownPage = origin == null || origin.equals("http://" + host);
        boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
        if (!ownPage || !ownSite) {
            throw new Problem(403, "the control port is not for pages from elsewhere");
        }
    }
}
