package io.evcharging.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.state.AtomicFile;
import io.evcharging.state.LookAgain;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file a user, {@code <fingerprint of the user id>.json}, that nobody but its owner can read.
 * After a crash the file of the new state may stand beside the old one: the newer whole one counts.
 */
public final class RefreshTokenFiles implements RefreshTokenStore {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();
  private static final String ENDING = ".json";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String HELD = "another process has the user's tokens";

  private final Path folder;
  private final Duration patience;
  private final AtomicFile files;

  /**
   * Remembers in a folder.
   *
   * @param folder made when it is needed, for its owner alone
   * @param patience how long another process may be at the same user's
   */
  public RefreshTokenFiles(Path folder, Duration patience) {
    this(folder, patience, new AtomicFile());
  }

  RefreshTokenFiles(Path folder, Duration patience, AtomicFile files) {
    this.folder = folder;
    this.patience = patience;
    this.files = files;
  }

  @Override
  public <T, X extends Exception> T exclusively(String userId, Action<T, X> action)
      throws IOException, X {
    AtomicFile.createFolder(folder);
    Path lock = file(userId).resolveSibling(file(userId).getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(channel);
      return action.run();
    }
  }

  /** Until the channel is closed. Within this process nobody waits here: see RenewedToken. */
  private void lock(FileChannel channel) throws IOException {
    LookAgain.until(() -> tryLock(channel) != null, LOOK_AGAIN, patience, HELD);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  @Override
  public RefreshTokens read(String userId) throws IOException {
    Path file = file(userId);
    RefreshTokens known = known(file);
    RefreshTokens newer = cutShort(AtomicFile.beside(file));
    return newer.sequence() > known.sequence() ? newer : known;
  }

  private static RefreshTokens known(Path file) throws IOException {
    try {
      return entry(file).tokens();
    } catch (NoSuchFileException none) {
      return RefreshTokens.NONE;
    } catch (JsonProcessingException e) { // whose own message would quote the file
      throw new IOException("the file " + file + " is damaged");
    }
  }

  /** Written, and perhaps not to its end. */
  private static RefreshTokens cutShort(Path beside) throws IOException {
    try {
      return entry(beside).tokens();
    } catch (NoSuchFileException | JsonProcessingException none) {
      return RefreshTokens.NONE;
    }
  }

  private static Entry entry(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), Entry.class);
  }

  @Override
  public void write(String userId, RefreshTokens tokens) throws IOException {
    AtomicFile.createFolder(folder);
    files.replace(file(userId), JSON.writeValueAsBytes(Entry.of(userId, tokens)));
  }

  @Override
  public Set<String> users() throws IOException {
    Set<String> users = new HashSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.filter(path -> path.toString().endsWith(ENDING)).toList()) {
          users.add(entry(file).userId());
        }
      } catch (JsonProcessingException e) {
        throw new IOException("a file in " + folder + " is damaged");
      }
    }
    return users;
  }

  private Path file(String userId) {
    return folder.resolve(Fingerprint.of(userId) + ENDING);
  }

  /** What stands in a file: times as text, so that no further library reads them. */
  record Entry(
      String userId,
      long sequence,
      @Nullable String seed,
      @Nullable String current,
      @Nullable String previous,
      @Nullable String accessToken,
      @Nullable String obtainedAt,
      @Nullable String expiresAt,
      @Nullable String askingSince) {

    static Entry of(String userId, RefreshTokens tokens) {
      return new Entry(
          userId,
          tokens.sequence(),
          tokens.seed(),
          tokens.current(),
          tokens.previous(),
          tokens.accessToken(),
          text(tokens.obtainedAt()),
          text(tokens.expiresAt()),
          text(tokens.askingSince()));
    }

    RefreshTokens tokens() {
      return new RefreshTokens(
          sequence,
          seed,
          current,
          previous,
          accessToken,
          instant(obtainedAt),
          instant(expiresAt),
          instant(askingSince));
    }

    private static @Nullable String text(@Nullable Instant instant) {
      return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
      return text == null ? null : Instant.parse(text);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
      return "Entry[hidden]";
    }
  }
}
