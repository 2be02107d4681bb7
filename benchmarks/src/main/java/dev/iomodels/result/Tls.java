package dev.iomodels.result;

/**
 * How the pages of a run were encrypted on their way.
 *
 * @param agreed the protocol and cipher that the runner and the stub agreed on: {@code TLSv1.3 TLS_AES_256_GCM_SHA384};
 *     {@code none} over plain HTTP. What each fork agreed on is in its {@link Connections}
 * @param certificate SHA-256 of the stub's certificate, in hexadecimal; empty over plain HTTP
 */
public record Tls(String agreed, String certificate) {
    /** Plain HTTP. */
    public static final Tls NONE = new Tls("none", "");
}
