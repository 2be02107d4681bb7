package dev.iomodels.fetch;

/** A page that is asked for, and who hears of it: what stands in line. */
record Ask(Page page, Completion done) {}
