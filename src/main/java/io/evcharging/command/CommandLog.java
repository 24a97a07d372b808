package io.evcharging.command;

import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Says in the log what became of a command, in one line a change; the audit has all of it. */
final class CommandLog {

  private static final String LINE = "command {}";

  private final Logger log;

  CommandLog(Logger log) {
    this.log = log;
  }

  /** Loud where somebody may have to look. */
  void write(CommandChange change) {
    Words words = new Words(change);
    switch (change.kind()) {
      case ANSWERED, REFUSED -> decided(change, words);
      case CONFIRMATION -> confirmed(change.result().confirmation(), words);
      case ASKED, INTERRUPTED -> log.debug(LINE, words); // the start warns of what it has found
    }
  }

  private void decided(CommandChange change, Words words) {
    switch (change.result().outcome()) {
      case ACCEPTED -> log.debug(LINE, words);
      case REJECTED, UNKNOWN -> log.warn(LINE, words);
      case UNAUTHORIZED -> unauthorized(change, words);
      default -> log.info(LINE, words);
    }
  }

  /** The door counts and tells those of whom it knows no name. */
  private void unauthorized(CommandChange change, Words words) {
    if (change.result().requestedBy().equals(change.door())) {
      log.debug(LINE, words);
    } else {
      log.info(LINE, words);
    }
  }

  private void confirmed(@Nullable Confirmation confirmation, Words words) {
    switch (confirmation == null ? Confirmation.Status.PENDING : confirmation.status()) {
      case CONTRADICTED -> log.warn(LINE, words);
      case UNCONFIRMED -> log.info(LINE, words);
      case PENDING, CONFIRMED -> log.debug(LINE, words);
    }
  }

  /** Put together only where it is said. */
  private record Words(CommandChange change) {

    @Override
    public String toString() {
      CommandResult result = change.result();
      StringBuilder words = new StringBuilder(200);
      add(words, "brand", result.brand());
      add(words, "vehicleId", result.vehicleId());
      add(words, "commandId", result.commandId());
      add(words, "door", change.door());
      add(words, "requestedBy", result.requestedBy());
      if (change.kind() == CommandChange.Kind.CONFIRMATION && result.confirmation() != null) {
        return words
            .append("confirmation=")
            .append(lower(result.confirmation().status()))
            .toString();
      }
      add(words, "outcome", lower(result.outcome()));
      return words.append("reason=\"").append(result.detail()).append('"').toString();
    }

    private static String lower(Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(StringBuilder words, String key, @Nullable Object value) {
      if (value != null) {
        words.append(key).append('=').append(value).append(' ');
      }
    }
  }
}
