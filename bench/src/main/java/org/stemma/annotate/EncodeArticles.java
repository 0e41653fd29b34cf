package org.stemma.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes articles as the encoder reads them, one window a line, so that training sees exactly what
 * the product will: {@code {"id", "pieces", "shapes", "quotes", "spaces", "own", "tokens": [[start,
 * end, first piece, paragraph], ...]}}, starts and ends in code points, {@code own} the first token
 * that is not mere context.
 *
 * <pre>
 * java -cp ... org.stemma.annotate.EncodeArticles ARTICLES.jsonl VOCABULARY.txt CONTEXT OUT.jsonl
 * </pre>
 */
final class EncodeArticles {
  private EncodeArticles() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      System.err.println("usage: EncodeArticles ARTICLES.jsonl VOCABULARY.txt CONTEXT OUT.jsonl");
      System.exit(2);
    }
    WordPieces vocabulary;
    try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
      vocabulary = WordPieces.read(in);
    }
    Windows.Size size = new Windows.Size(Windows.Size.WIDE.length(), Integer.parseInt(args[2]));
    CueLexicon lexicon = CueLexicon.load();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3])))) {
      for (Corpus.Item item : Corpus.read(Path.of(args[0]))) {
        Tokens tokens = Tokens.of(item.text(), item.zones(), lexicon);
        for (Windows.Window window : Windows.of(tokens, vocabulary, size)) {
          out.println(line(item, tokens, window));
        }
      }
    }
  }

  private static String line(Corpus.Item item, Tokens tokens, Windows.Window window) {
    StringBuilder line = new StringBuilder("{\"id\":");
    line.append(com.fasterxml.jackson.databind.node.TextNode.valueOf(item.id()));
    line.append(",\"pieces\":").append(Arrays.toString(window.pieces()));
    line.append(",\"shapes\":").append(Arrays.toString(window.shapes()));
    line.append(",\"quotes\":").append(Arrays.toString(window.quotes()));
    line.append(",\"spaces\":").append(Arrays.toString(window.spaces()));
    line.append(",\"own\":").append(window.own() - window.firstToken()).append(",\"tokens\":[");
    String separator = "";
    for (int i = window.firstToken(); i < window.end(); i++) {
      line.append(separator).append('[');
      line.append(item.text().codePointCount(0, tokens.start[i])).append(',');
      line.append(item.text().codePointCount(0, tokens.end[i])).append(',');
      line.append(window.at()[i - window.firstToken()]).append(',');
      line.append(tokens.paragraph[i]).append(']');
      separator = ",";
    }
    return line.append("]}").toString();
  }
}
