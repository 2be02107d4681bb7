package dev.iomodels.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that takes Chromium and its driver. Where they are missing it is left out, which the build says at its end, unless
 * {@code -Dbrowser=required}: then it fails. It may ask for the {@link Browser} and the {@link Pages} that all of them share. These
 * tests run in a JVM of their own: others look at all processes that theirs has started.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedBrowser.class)
@Tag("browser")
public @interface NeedsBrowser {}
