package io.evcharging.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  /** Put into the jar by Maven; not there when the classes run without one. */
  private static final String MAVEN =
      "/META-INF/maven/io.evcharging/evcharging-camel/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "evcharging " + evcharging(),
      "Camel " + CamelContext.class.getPackage().getImplementationVersion(),
      "Java " + Runtime.version()
    };
  }

  /** The version of the jar, or {@code development} outside of one. */
  static String evcharging() throws IOException {
    try (@Nullable InputStream file = Version.class.getResourceAsStream(MAVEN)) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      return properties.getProperty("version", "development");
    }
  }
}
