/**
 * The stub: a server that holds each page back for exactly the delay that its URI asks for, and says how late it was itself.
 *
 * <p>{@link dev.iomodels.stub.Stub} runs inside a JVM, {@link dev.iomodels.stub.StubProcess} in one of its own;
 * {@link dev.iomodels.stub.StubStats} reads either. {@link dev.iomodels.stub.Units} and {@link dev.iomodels.stub.Delay} are
 * the project's one place for human units and for distributions of delays.
 */
package dev.iomodels.stub;
