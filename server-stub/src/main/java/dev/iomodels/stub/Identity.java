package dev.iomodels.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who a stub says that it is over TLS: a key and a certificate signed with it, made anew for each stub by the {@code keytool} of
 * the JDK that it runs on. The JDK has no public class that makes certificates, and no library has to be in the stub's JVM
 * for it. The key never leaves this process, but for a file that only its user can read and that is gone when {@link #make}
 * returns.
 *
 * @param store holds both
 * @param password of the store and the key
 */
record Identity(KeyStore store, String password) {
    private static final String ALIAS = "stub";
    private static final String PASSWORD = "IOMODELS_STUB_PASSWORD";
    private static final String TYPE = "PKCS12";

    /** What most servers have today: a short key on P-256, quick to sign with. */
    private static final List<String> KIND = List.of("-keyalg", "EC", "-groupname", "secp256r1");

    /** A clock that was set meanwhile must not make it one of tomorrow. */
    private static final List<String> TIME = List.of("-startdate", "-2d", "-validity", "90");

    /** Quick to start; the process lives for half a second. */
    private static final List<String> JVM = List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

    /** Makes one, for 127.0.0.1 and localhost. @throws UncheckedIOException with what keytool said, if it cannot */
    static Identity make() {
        try {
            Path directory = Files.createTempDirectory("iomodels-stub");
            Path file = directory.resolve("identity");
            try {
                String password = UUID.randomUUID().toString();
                generate(file, password);
                return new Identity(read(file, password), password);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate can be made: " + e.getMessage(), e);
        }
    }

    private static void generate(Path file, String password) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(JVM);
        command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-dname", "CN=iomodels stub"));
        command.addAll(List.of("-ext", "san=ip:127.0.0.1,dns:localhost"));
        command.addAll(KIND);
        command.addAll(TIME);
        command.addAll(List.of("-keystore", file.toString(), "-storetype", TYPE, "-storepass:env", PASSWORD));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        Process keytool = builder.start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) throw new IOException(command.get(0) + " failed: " + said.strip());
        } catch (InterruptedException e) {
            keytool.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " worked", e);
        }
    }

    private static KeyStore read(Path file, String password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password.toCharArray());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": not what keytool should have made", e);
        }
    }

    /** The certificate that the stub shows. */
    X509Certificate certificate() {
        try {
            return (X509Certificate) store.getCertificate(ALIAS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the store was loaded", e);
        }
    }
}
