package io.evcharging.token;

import io.evcharging.failure.WaitAndRetryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A token that is renewed: by one thread, ahead of its end. Meanwhile the others use the old one as
 * long as it is good, and then wait, but not for ever. What fails is not tried again before its
 * time, whoever asks.
 */
final class RenewedToken implements TokenSource {

  private static final Logger LOG = LoggerFactory.getLogger(RenewedToken.class);

  private final TokenAccount account;
  private final Grant grant;
  private final Renewal renewal;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile @Nullable AccessToken token;
  private volatile @Nullable TokenFailure failure;
  private volatile Instant notBefore = Instant.MIN;

  /** Never to be used again, wherever it is remembered. */
  private @Nullable AccessToken refused;

  private int failures;
  private int refusals;

  RenewedToken(TokenAccount account, Grant grant, Renewal renewal) {
    this.account = account;
    this.grant = grant;
    this.renewal = renewal;
  }

  @Override
  public AccessToken current() {
    AccessToken known = token;
    if (known == null || !known.isGood(renewal.now())) {
      return locked(this::currentOrNew);
    }
    if (!known.isFresh(renewal.now()) && renewing.tryLock()) {
      try {
        keepFresh();
      } finally {
        renewing.unlock();
      }
    }
    return Objects.requireNonNullElse(token, known);
  }

  private AccessToken currentOrNew() {
    AccessToken known = token;
    if (known != null && known.isGood(renewal.now())) {
      return known;
    }
    refusals = known == null ? refusals : 0;
    return obtain();
  }

  /** Of no harm when it fails: the token is still good for a while. */
  private void keepFresh() {
    AccessToken known = token;
    if (known != null && !known.isFresh(renewal.now()) && mayTry()) {
      refusals = 0;
      attempt();
    }
  }

  @Override
  public boolean renew(AccessToken bad) {
    return locked(() -> renewed(bad));
  }

  private boolean renewed(AccessToken bad) {
    AccessToken known = token;
    if (known != null && known != bad) {
      return true; // somebody has been here already
    }
    Instant earliest = bad.obtainedAt().plus(renewal.leastAge(refusals));
    if (known != null && renewal.now().isBefore(earliest)) {
      return false; // a new token was no help just now: another one would not be either
    }
    if (known != null) {
      refusals++;
      refused = bad;
      token = null;
    }
    obtain();
    return true;
  }

  private AccessToken obtain() {
    if (mayTry()) {
      attempt();
    }
    AccessToken obtained = token;
    if (obtained != null && obtained.isGood(renewal.now())) {
      return obtained;
    }
    TokenFailure why = Objects.requireNonNull(failure);
    Duration wait =
        notBefore.equals(Instant.MAX) ? Duration.ZERO : Duration.between(renewal.now(), notBefore);
    throw why.toCaller(wait.isNegative() ? Duration.ZERO : wait);
  }

  private boolean mayTry() {
    return failure == null || !renewal.now().isBefore(notBefore) || personHasActed();
  }

  private boolean personHasActed() {
    return notBefore.equals(Instant.MAX) && grant.hasNews();
  }

  private void attempt() {
    try {
      token = grant.obtain(refused);
      failure = null;
      failures = 0;
      LOG.info("token renewed for {}", account);
    } catch (TokenFailure e) {
      failed(e);
    }
  }

  private void failed(TokenFailure why) {
    failures++;
    boolean permanent = why.next() == TokenFailure.Next.PERSON;
    Duration wait = renewal.wait(why, failures);
    failure = why;
    notBefore = permanent ? Instant.MAX : renewal.now().plus(wait);
    LOG.warn(
        "token not renewed for {} reason=\"{}\", next {}",
        account,
        why.getMessage(),
        permanent ? "when a person has acted" : "in " + wait.toSeconds() + " s");
  }

  @Override
  public void keep() {
    if (grant.isDue() && renewing.tryLock()) {
      try {
        if (grant.isDue() && mayTry()) {
          attempt();
        }
      } finally {
        renewing.unlock();
      }
    }
  }

  @Override
  public TokenState state() {
    AccessToken known = token;
    TokenFailure why = failure;
    boolean good = known != null && known.isGood(renewal.now());
    return new TokenState(
        account,
        good || why == null,
        notBefore.equals(Instant.MAX) && why != null,
        why == null ? "ok" : String.valueOf(why.getMessage()),
        known == null ? null : known.expiresAt());
  }

  private <T> T locked(Supplier<T> action) {
    boolean mine = false;
    try {
      mine = renewing.tryLock(renewal.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (!mine) {
        throw new WaitAndRetryException(
            "no access token: the renewal takes longer than "
                + renewal.patience().toSeconds()
                + " s",
            null,
            null);
      }
      return action.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitAndRetryException("no access token: interrupted", null, null);
    } finally {
      if (mine) {
        renewing.unlock();
      }
    }
  }
}
