package dev.iomodels.fetch;

import java.io.IOException;

/** A fetch failed, and the model itself knows in which way. Has no stack trace: it would show the model's loop and nothing else. */
final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    private final Failure kind;

    FetchException(Failure kind, String message) {
        super(message);
        this.kind = kind;
    }

    static FetchException malformed(String what) {
        return new FetchException(Failure.OTHER, "malformed response: " + what);
    }

    static FetchException unsupported(String what) {
        return new FetchException(Failure.OTHER, "this model does not support that response: " + what);
    }

    Failure kind() {
        return kind;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
