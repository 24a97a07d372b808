package io.evcharging.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces a file as a whole: written beside it, forced to the disk, moved over it. Only its owner
 * can read it. Whatever is cut short, the old content or the new one is there whole, under the
 * file's own name or the one of {@link #beside}.
 */
public class AtomicFile {

  private static final Set<StandardOpenOption> NEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  /** Where the new content stands until it is whole. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /**
   * Replaces a file, or makes it.
   *
   * @param file in a folder that is there
   * @param content all of it
   */
  public void replace(Path file, byte[] content) throws IOException {
    Path beside = beside(file);
    try (FileChannel channel = FileChannel.open(beside, NEW, mode(file, "rw-------"))) {
      write(channel, content);
      force(channel);
    }
    move(beside, file);
    forceFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** Makes a folder that only its owner can read, unless there is one. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, mode(folder, "rwx------"));
    }
  }

  /** The umask can only take from it. Windows has no such thing: there the folder's rights hold. */
  private static FileAttribute<?>[] mode(Path path, String mode) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  protected void write(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  protected void force(FileChannel channel) throws IOException {
    channel.force(true);
  }

  protected void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** So that the move itself survives a power cut. */
  protected void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException windows) {
      // A folder cannot be opened there; its file system keeps a journal of moves.
    }
  }
}
