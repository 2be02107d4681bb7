package dev.iomodels.result;

/**
 * What was found when the machine was looked at before a run.
 *
 * @param check what was looked at
 * @param value what was found
 * @param remedy what to change, in words; empty where nothing has to be
 */
public record Finding(String check, String value, Light light, String remedy) {}
