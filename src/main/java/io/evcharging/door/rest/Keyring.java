package io.evcharging.door.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evcharging.config.CommandKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * The configured keys. Kept and compared as digests, every one of them each time, so that neither
 * the length nor the beginning of a key, nor its place in the list, shows in how long it takes.
 */
final class Keyring {

  private final List<Entry> entries;

  Keyring(List<CommandKey> keys) {
    entries =
        keys.stream()
            .map(
                key ->
                    new Entry(
                        digest(key.key()), new Caller(key.name(), key.vehicles(), key.brands())))
            .toList();
  }

  Optional<Caller> owner(String key) {
    byte[] given = digest(key);
    Optional<Caller> owner = Optional.empty();
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(entry.digest, given)) {
        owner = Optional.of(entry.caller);
      }
    }
    return owner;
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Entry(byte[] digest, Caller caller) {}
}
