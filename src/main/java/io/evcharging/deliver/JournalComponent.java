package io.evcharging.deliver;

import org.apache.camel.Producer;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.annotations.Component;

/**
 * Camel's component {@code jms}, which sends to one topic, the channel of observations, many at
 * once: see {@link JournalProducer}.
 */
@Component("jms") // so that its options are set as Camel's are
public final class JournalComponent extends JmsComponent {

  private final String topic;

  /**
   * For one channel.
   *
   * @param topic the channel's
   */
  public JournalComponent(String topic) {
    this.topic = topic;
  }

  @Override
  protected JmsEndpoint createTopicEndpoint(
      String uri, JmsComponent component, String subject, JmsConfiguration configuration) {
    return subject.equals(topic)
        ? new Endpoint(uri, component, subject, configuration)
        : super.createTopicEndpoint(uri, component, subject, configuration);
  }

  private static final class Endpoint extends JmsEndpoint {

    Endpoint(String uri, JmsComponent component, String topic, JmsConfiguration configuration) {
      super(uri, component, topic, true, configuration);
    }

    @Override
    public Producer createProducer() {
      return new JournalProducer(this);
    }
  }
}
