package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarError;
import io.evcharging.upstream.Decision.Kind;
import io.evcharging.upstream.Decision.Scope;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each answer of the source API means that is not a good one: the only place that decides it,
 * and it always decides. The status counts first, then the type, then the code, as Smartcar
 * documents them; v3 writes both in one, {@code VEHICLE_STATE:ASLEEP}.
 */
public final class ErrorTable {

  private static final Set<String> OF_THE_APPLICATION = Set.of("INVALID_PLAN", "ACCOUNT_SUSPENDED");

  private ErrorTable() {}

  /**
   * Decides.
   *
   * @param asked which kind of request was refused
   * @param error the refusal
   * @param retryAfter what the header of that name says; {@code null} when it says nothing
   * @return exactly one decision, for whatever came
   */
  public static Decision decide(
      ChargeSource.Kind asked, SmartcarError error, @Nullable Duration retryAfter) {
    Decision decision = row(asked, error, retryAfter);
    if (retryAfter == null) {
      return decision;
    }
    return switch (decision.kind()) { // whoever says when to come back is not asked before
      case RETRY, NEXT_POLL -> new Decision(Kind.WAIT, Scope.VEHICLE, retryAfter);
      case NEW_TOKEN, REPORT -> new Decision(decision.kind(), Scope.VEHICLE, retryAfter);
      case NO_DATA, WAIT, SUSPEND -> new Decision(decision.kind(), decision.scope(), retryAfter);
    };
  }

  /**
   * Decides about the list of connections. It has no vehicle that could wait alone: a limit is the
   * application's, and every other wait that of the list.
   *
   * @param error the refusal
   * @param retryAfter what the header of that name says; {@code null} when it says nothing
   * @return exactly one decision, for whatever came
   */
  public static Decision ofConnections(SmartcarError error, @Nullable Duration retryAfter) {
    boolean limited = row(ChargeSource.Kind.SIGNAL_LIST, error, retryAfter).kind() == Kind.WAIT;
    return limited
        ? new Decision(Kind.WAIT, Scope.APPLICATION, retryAfter)
        : decide(ChargeSource.Kind.SIGNAL_LIST, error, retryAfter);
  }

  private static Decision row(
      ChargeSource.Kind asked, SmartcarError error, @Nullable Duration retryAfter) {
    return switch (error.status()) {
      case 401 -> Decision.about(Scope.SOURCE, Kind.NEW_TOKEN);
      case 403 -> Decision.about(Scope.VEHICLE, Kind.SUSPEND);
      case 404 ->
          Decision.about(
              Scope.SOURCE, asked == ChargeSource.Kind.SIGNAL ? Kind.NO_DATA : Kind.REPORT);
      case 409 -> Decision.about(Scope.SOURCE, Kind.NEXT_POLL);
      case 408, 425 -> Decision.about(Scope.SOURCE, Kind.RETRY);
      case 429 -> tooMany(error, retryAfter);
      case 430 -> billing(error);
      case 501 -> Decision.about(Scope.SOURCE, Kind.SUSPEND);
      default -> byType(error, retryAfter);
    };
  }

  private static Decision byType(SmartcarError error, @Nullable Duration retryAfter) {
    if (error.status() >= 500) {
      return Decision.about(Scope.SOURCE, Kind.RETRY);
    }
    if (error.status() < 400) {
      return Decision.about(Scope.SOURCE, Kind.REPORT);
    }
    return switch (type(error)) {
      case "CONNECTED_SERVICES_ACCOUNT", "PERMISSION" ->
          Decision.about(Scope.VEHICLE, Kind.SUSPEND);
      case "COMPATIBILITY" -> Decision.about(Scope.SOURCE, Kind.SUSPEND);
      case "BILLING" -> billing(error);
      case "RATE_LIMIT" -> tooMany(error, retryAfter);
      case "VEHICLE_STATE" -> Decision.about(Scope.SOURCE, Kind.NEXT_POLL);
      default -> Decision.about(Scope.SOURCE, Kind.REPORT);
    };
  }

  /** The application's own limit comes without the header; a vehicle's names it. */
  private static Decision tooMany(SmartcarError error, @Nullable Duration retryAfter) {
    boolean vehicle =
        switch (code(error)) {
          case "SMARTCAR_API" -> false;
          case "VEHICLE" -> true;
          default -> retryAfter != null;
        };
    return Decision.about(vehicle ? Scope.VEHICLE : Scope.APPLICATION, Kind.WAIT);
  }

  private static Decision billing(SmartcarError error) {
    boolean application = OF_THE_APPLICATION.contains(code(error));
    return Decision.about(application ? Scope.APPLICATION : Scope.VEHICLE, Kind.SUSPEND);
  }

  private static String type(SmartcarError error) {
    String type = error.type();
    String code = Objects.requireNonNullElse(error.code(), "");
    return type != null ? type : code.substring(0, Math.max(code.indexOf(':'), 0));
  }

  private static String code(SmartcarError error) {
    String code = Objects.requireNonNullElse(error.code(), "");
    return code.substring(code.indexOf(':') + 1);
  }
}
