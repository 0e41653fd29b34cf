package org.stemma.annotate;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.stemma.annotate.Windows.Window;

/**
 * The trained network: an encoder of few layers (Devlin et al. 2019) with a head for the tags of
 * attributions, one for names and one for vectors. Made and exported by the scripts in {@code
 * training/}. One thread a call; thread-safe.
 */
final class Network {
  /** What the network says of the tokens of a window, one row a token. */
  record Scores(float[] tags, float[] names, float[] vectors) {}

  private final OrtSession session;
  private final float[] steps;
  private final float[] first;
  private final int vectorWidth;

  private final Windows.Size windowSize;

  private Network(byte[] model, Windows.Size windowSize) {
    this.windowSize = windowSize;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Windows differ in length, and so would the plans of memory.
      options.setMemoryPatternOptimization(false);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      session = OrtEnvironment.getEnvironment().createSession(model, options);
      Map<String, String> kept = session.getMetadata().getCustomMetadata();
      ObjectMapper mapper = new ObjectMapper();
      float[][] rows = mapper.readValue(kept.get("steps"), float[][].class);
      steps = new float[Labels.COUNT * Labels.COUNT];
      for (int y = 0; y < Labels.COUNT; y++) {
        System.arraycopy(rows[y], 0, steps, y * Labels.COUNT, Labels.COUNT);
      }
      first = mapper.readValue(kept.get("first"), float[].class);
      NodeInfo vectors = session.getOutputInfo().get("vectors");
      vectorWidth = vectors == null ? 0 : width(vectors);
    } catch (OrtException | JsonProcessingException e) {
      throw new IllegalStateException("the tagger's model cannot be used: " + e.getMessage(), e);
    }
  }

  private static int width(NodeInfo output) {
    long[] shape = ((TensorInfo) output.getInfo()).getShape();
    return (int) shape[shape.length - 1];
  }

  /** Reads a model from the class path, packed with gzip: it weighs on every clone. */
  static Network load(String name, Windows.Size windowSize) {
    try (InputStream in = Network.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the model " + name + " is not on the class path");
      }
      return read(new GZIPInputStream(in, 1 << 16).readAllBytes(), windowSize);
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + name + " cannot be read", e);
    }
  }

  static Network read(byte[] model, Windows.Size windowSize) {
    return new Network(model, windowSize);
  }

  /** Scores of one tag after another, {@code before * Labels.COUNT + tag}. */
  float[] steps() {
    return steps.clone();
  }

  /** Scores of the tags of the first token of a paragraph. */
  float[] first() {
    return first.clone();
  }

  /** How many numbers a vector has; 0 when the model gives none. */
  int vectorWidth() {
    return vectorWidth;
  }

  /** In what windows it is to read. */
  Windows.Size windowSize() {
    return windowSize;
  }

  Scores score(Window window) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] row = {1, window.pieces().length};
    try (OnnxTensor pieces = tensor(environment, window.pieces(), row);
        OnnxTensor shapes = tensor(environment, window.shapes(), row);
        OnnxTensor quotes = tensor(environment, window.quotes(), row);
        OnnxTensor spaces = tensor(environment, window.spaces(), row);
        OnnxTensor at = tensor(environment, window.at(), new long[] {window.at().length});
        OrtSession.Result result =
            session.run(
                Map.of(
                    "pieces", pieces, "shapes", shapes, "quotes", quotes, "spaces", spaces, "at",
                    at))) {
      return new Scores(
          values(result, "tags"),
          values(result, "names"),
          vectorWidth == 0 ? new float[0] : values(result, "vectors"));
    } catch (OrtException e) {
      throw new IllegalStateException("the tagger's model failed: " + e.getMessage(), e);
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, int[] values, long[] shape)
      throws OrtException {
    long[] wide = new long[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(wide), shape);
  }

  private static float[] values(OrtSession.Result result, String name) {
    Optional<OnnxValue> output = result.get(name);
    FloatBuffer buffer =
        ((OnnxTensor) output.orElseThrow(() -> new IllegalStateException("no output " + name)))
            .getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }
}
