package org.stemma.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what went wrong with a desk, where, and what to do, in one sentence. */
final class Failure {
  private Failure() {}

  static StoreException of(Path folder, SQLException cause) {
    return new StoreException(sentence(folder, cause), cause);
  }

  static StoreException of(Path folder, IOException cause) {
    return new StoreException(
        "The desk "
            + folder
            + " cannot be used: "
            + reason(cause)
            + "; make sure that it names a folder that can be written.",
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileAlreadyExistsException) {
      return "a file lies there";
    }
    if (cause instanceof AccessDeniedException) {
      return "this user may not write there";
    }
    return String.valueOf(cause.getMessage());
  }

  static StoreException inUse(Path folder) {
    return new StoreException(
        "The desk "
            + folder
            + " is in use by another Stemma: end that one, or wait until it is done, and try again.");
  }

  private static String sentence(Path folder, SQLException cause) {
    String desk = "The desk " + folder;
    int code = cause instanceof SQLiteException e ? primary(e.getResultCode()) : -1;
    return switch (code) {
      case 5, 6 ->
          desk
              + " is in use by another Stemma: end that one, or wait until it is done, and try"
              + " again.";
      case 13 -> "The disk of the desk " + folder + " is full: make room there and try again.";
      case 3, 8, 14, 23 ->
          desk + " cannot be written: make sure that you may write to that folder.";
      case 11, 26 ->
          folder.resolve(SqliteStore.FILE)
              + " is damaged or not a desk: put a copy of it back, or choose another folder.";
      case 10 -> "The disk of the desk " + folder + " does not answer rightly: " + message(cause);
      default -> desk + " failed: " + message(cause);
    };
  }

  /** SQLite keeps the kind of error in the low byte: https://www.sqlite.org/rescode.html. */
  private static int primary(SQLiteErrorCode code) {
    return code.code & 0xff;
  }

  private static String message(SQLException cause) {
    return String.valueOf(cause.getMessage()).strip();
  }
}
