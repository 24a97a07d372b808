package io.evcharging.deliver;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** For a sink that wants every reading, the unchanged ones too. */
public final class NothingRemembered extends ServiceSupport implements IdempotentRepository {

  @Override
  public boolean add(String key) {
    return true;
  }

  @Override
  public boolean contains(String key) {
    return false;
  }

  @Override
  public boolean remove(String key) {
    return false;
  }

  @Override
  public boolean confirm(String key) {
    return true;
  }

  @Override
  public void clear() {
    // Nothing to forget.
  }
}
