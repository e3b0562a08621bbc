package io.github.sim52xx.at;

/**
 * Executes one form of a command on the modem's thread.
 *
 * @param <D> what the command acts on: the modem or a part of it
 */
@FunctionalInterface
public interface Handler<D> {

    /**
     * Reads the parameters, acts, and answers. Must not block: long work goes on elsewhere and is answered by a {@link
     * Reply.Later}.
     *
     * @throws ParameterException before anything has changed, if the parameters do not fit
     */
    Reply handle(D device, Call call);
}
