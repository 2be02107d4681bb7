package dev.iomodels.gate;

/** The gates of more than a cell. */
public enum WideGate implements Gate {
    CONTROL(
            Scope.SCENARIO,
            "A/A control: the first contender against itself",
            "the same contender, entered twice, came out different: so may others, for no reason",
            "nothing else on the machine, more forks (--blocks)"),
    DRIFT(
            Scope.RUN,
            "drift of the rates over the run",
            "the machine became slower or faster while the run went on; blocks hit all contenders alike, but rates are of no one machine",
            "let it warm up or cool down, fix the processors' clock, end what else runs");

    private final Scope scope;
    private final Words words;

    WideGate(Scope scope, String looksAt, String cause, String remedy) {
        this.scope = scope;
        this.words = new Words(looksAt, cause, remedy);
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Words words() {
        return words;
    }
}
