package dev.iomodels.report;

import dev.iomodels.gate.Badge;
import dev.iomodels.gate.Ruling;
import dev.iomodels.result.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code gates.json}: what every gate said of every fork, cell and scenario and of the run, and the badges that follow. */
final class GateReport implements Report {

    /**
     * The file.
     *
     * @param badge the run's
     * @param cells each cell's badge
     */
    private record File(String badge, Map<String, String> cells, List<Ruling> gates) {}

    @Override
    public void write(RunContents run, Path into) {
        Map<String, String> cells = new TreeMap<>();
        run.cells()
                .forEach(cell -> cells.put(cell.cell().path(), run.badge(cell).text()));
        Badge badge = run.badge();
        Json.write(
                into.resolve("gates.json"),
                new File(badge.text(), cells, run.gates().rulings()));
    }
}
