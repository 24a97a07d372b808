package io.evcharging.standalone;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Camel Main on the values in force. */
final class RunnerMain extends Main {

  private final String files;
  private final Map<String, String> settled;

  /**
   * Reads nothing yet.
   *
   * @param files as in {@link RunnerSettings#install}
   * @param settled likewise
   */
  RunnerMain(String files, Map<String, String> settled) {
    this.files = files;
    this.settled = settled;
    // Camel's own strategy takes every end of the JVM for a SIGTERM, a failed start too.
    setShutdownStrategy(new SimpleMainShutdownStrategy());
  }

  @Override
  protected CamelContext createCamelContext() {
    CamelContext context = super.createCamelContext();
    RunnerSettings.install(context, files, settled);
    return context;
  }

  @Override
  protected void configureLifecycle(CamelContext context) throws Exception {
    FewNames.giveTo(context);
    super.configureLifecycle(context);
  }
}
