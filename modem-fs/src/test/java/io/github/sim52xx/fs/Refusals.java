package io.github.sim52xx.fs;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about what the file system refuses. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(FileSystemError error, ThrowingCallable work) {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(work)
                .extracting(FileSystemException::error)
                .isEqualTo(error);
    }
}
