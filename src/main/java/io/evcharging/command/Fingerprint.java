package io.evcharging.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of several parts: what is remembered in place of a key, and of a command. */
final class Fingerprint {

  private Fingerprint() {}

  /** The key of one caller at one door: the same key of another caller is another one. */
  static String key(CommandRequest request, String key) {
    return of(bytes(request.door()), bytes(request.requestedBy()), bytes(key));
  }

  /** The same for the same command, however it is spelt; for what is no command, by its bytes. */
  static String command(CommandRequest request, ParsedCommand parsed) {
    boolean readable = parsed.vehicleId() != null && parsed.amps() != null;
    return readable
        ? of(bytes(parsed.vehicleId()), bytes(String.valueOf(parsed.amps())), new byte[0])
        : of(bytes(request.vehicleId()), request.body());
  }

  private static byte[] bytes(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        for (int shift = 24; shift >= 0; shift -= 8) {
          digest.update((byte) (part.length >>> shift));
        }
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
