package dev.everstep.journal.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** One flat directory of files: what the journal needs of a file system, and what tests replace. */
interface Disk {
  /** Returns the names of all files. */
  List<String> list() throws IOException;

  /** Creates a file and opens it; replaces one that exists. */
  DiskFile create(String name) throws IOException;

  /** Opens a file for writing. */
  DiskFile open(String name) throws IOException;

  /**
   * Reads a whole file.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  byte[] read(String name) throws IOException;

  /**
   * Returns a whole file, readable at absolute positions even after it is deleted.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  ByteBuffer map(String name) throws IOException;

  /**
   * Returns the size of a file in bytes.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  long size(String name) throws IOException;

  /** Renames a file over another, atomically; durable after {@link #sync}. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file if there is one; may leave one that the system keeps busy. */
  void delete(String name) throws IOException;

  /** Makes the names durable: those created, renamed and deleted so far. */
  void sync() throws IOException;

  /** An open file. */
  interface DiskFile extends AutoCloseable {
    /** Writes all of {@code bytes}. */
    void write(long offset, ByteBuffer bytes) throws IOException;

    /** Makes durable what was written. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
  }
}
