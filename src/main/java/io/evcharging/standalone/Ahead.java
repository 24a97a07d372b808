package io.evcharging.standalone;

import io.evcharging.state.State;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a second thread load and initialise what a start needs in any case, while the first one sets
 * up the log and reads the configuration. Nothing depends on it: what it has not come to, or cannot
 * do, is done, and its failure told, where it is needed.
 */
final class Ahead {

  private Ahead() {}

  /** Returns at once. */
  static void begin() {
    Thread thread = new Thread(Ahead::load, "evcharging-start-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    try {
      SSLContext.getDefault();
      State.rehearse();
      new ActiveMQConnectionFactory("vm://0").close();
    } catch (GeneralSecurityException | RuntimeException e) {
      Holder.LOG.debug("not ahead: {}", e.toString());
    }
  }

  /** The log is set up by the first thread meanwhile. */
  private static final class Holder {
    private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);
  }
}
