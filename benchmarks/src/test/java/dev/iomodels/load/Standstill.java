package dev.iomodels.load;

import dev.iomodels.stub.StubProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How long a process stood still: at least and at the most, in milliseconds. The kernel keeps its sockets and stops all else. When
 * exactly it heard a signal lies between two looks at the clock, which are microseconds apart where somebody is there to look.
 */
record Standstill(double least, double most) {

    /** Stops {@code stub} for about {@code millis}. One shell, that is there already, sends both signals: starting one takes time. */
    static Standstill of(StubProcess stub, long millis) throws Exception {
        Process process = new ProcessBuilder("sh").redirectErrorStream(true).start();
        try (PrintStream shell = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            tell(shell, said, "true");
            long beforeStop = System.nanoTime();
            tell(shell, said, "kill -STOP " + stub.process().pid());
            long stopped = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(millis);
            long beforeGoing = System.nanoTime();
            tell(shell, said, "kill -CONT " + stub.process().pid());
            long going = System.nanoTime();
            return new Standstill((beforeGoing - stopped) / 1e6, (going - beforeStop) / 1e6);
        }
    }

    private static void tell(PrintStream shell, BufferedReader said, String command) throws IOException {
        shell.println(command + " && echo done");
        String answer = said.readLine();
        if (!"done".equals(answer)) throw new IOException(command + ": " + answer);
    }

    /** Whether its length is known to a fiftieth. */
    boolean isKnown() {
        return most < 1.02 * least;
    }
}
