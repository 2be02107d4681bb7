package dev.iomodels.stub;

final class StubMain {
    private StubMain() {}

    public static void main(String[] args) {}
}
