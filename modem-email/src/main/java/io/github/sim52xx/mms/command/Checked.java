package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.mms.MmsClient;

/** What the MMS commands check alike, and the codes that tell of it (manual 21.24.2). */
final class Checked {

    private Checked() {}

    /** Parameters that do not fit have a code of their own here. */
    static Handler<MmsClient> parameters(Handler<MmsClient> handler) {
        return (mms, call) -> {
            try {
                return handler.handle(mms, call);
            } catch (ParameterException e) {
                return Response.of(CmeError.MMS_INVALID_PARAMETER);
            }
        };
    }

    /** As {@link #parameters}, and only while a message can be edited. */
    static Handler<MmsClient> editing(Handler<MmsClient> handler) {
        Handler<MmsClient> checked = parameters(handler);
        return (mms, call) -> {
            CmeError obstacle = mms.whyNotEditable();
            return obstacle == null ? checked.handle(mms, call) : Response.of(obstacle);
        };
    }

    /** OK, or the error if there is one. */
    static Response orError(boolean done, CmeError error) {
        return done ? Response.ok() : Response.of(error);
    }
}
