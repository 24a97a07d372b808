package io.evcharging.operate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * How to talk to the program that runs on a data directory: {@code operations.json} in it, for its
 * owner's eyes only, there from the start to the stop.
 *
 * @param url where its operations are
 * @param key opens them; a secret
 */
public record OperationsFile(String url, String key) {

  private static final String NAME = "operations.json";
  private static final int KEY_BYTES = 32;
  private static final JsonMapper JSON = new JsonMapper();

  /** A key that nobody can guess. */
  public static String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Leaves this in a data directory, whole or not at all, in place of what an earlier run may have
   * left.
   *
   * @param directory exists
   * @throws IOException when it cannot be written
   */
  public void write(Path directory) throws IOException {
    Path part = Files.createTempFile(directory, "operations", ".part", ownerOnly());
    Files.write(part, JSON.writeValueAsBytes(this));
    Files.move(
        part,
        directory.resolve(NAME),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Windows has no such modes: there the folder's own rights count. */
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Reads what is there.
   *
   * @param directory a data directory
   * @return empty when there is none: nothing runs, or it has not started yet
   * @throws IOException when it is there and cannot be read
   */
  public static Optional<OperationsFile> read(Path directory) throws IOException {
    try {
      byte[] json = Files.readAllBytes(directory.resolve(NAME));
      return Optional.of(JSON.readValue(json, OperationsFile.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Takes it away.
   *
   * @param directory a data directory
   * @throws IOException when it is there and cannot be deleted
   */
  public static void remove(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(NAME));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "OperationsFile[url=" + url + ", key=hidden]";
  }
}
