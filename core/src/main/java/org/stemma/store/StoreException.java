package org.stemma.store;

/** The medium that keeps a desk failed. The message is one sentence for people, with the place. */
public final class StoreException extends RuntimeException {
  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
