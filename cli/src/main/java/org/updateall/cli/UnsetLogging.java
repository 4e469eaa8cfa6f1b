package org.updateall.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback without its search for files of settings, which takes a twentieth of a start: nothing is
 * logged until {@link Logging} says where to.
 */
public final class UnsetLogging implements SLF4JServiceProvider {

  private static final String API_VERSION = "2.0.99"; // any of 2.0, as Logback itself says

  private final LoggerContext context = new LoggerContext();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

  /** Has SLF4J take this, if it has not taken another yet. */
  static void use() {
    System.setProperty("slf4j.provider", UnsetLogging.class.getName());
    System.setProperty("slf4j.internal.verbosity", "WARN"); // It would say on the terminal so.
  }

  @Override
  public void initialize() {
    context.setName("default");
    context.setMDCAdapter(mdc);
    context.start();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return context;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return API_VERSION;
  }
}
