package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stemma.model.Article;

/** Linked data as a processor of JSON-LD expands it; nothing is fetched. */
class LinkedDataTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String SCHEMA = "https://schema.org/";

  /** What the two contexts that we name by their address say of the terms that we use. */
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "http://www.w3.org/ns/anno.jsonld",
          """
          {"@context": {
            "oa": "http://www.w3.org/ns/oa#",
            "as": "http://www.w3.org/ns/activitystreams#",
            "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@id"},
            "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
            "TextQuoteSelector": "oa:TextQuoteSelector",
            "TextPositionSelector": "oa:TextPositionSelector",
            "AnnotationCollection": "as:OrderedCollection",
            "AnnotationPage": "as:OrderedCollectionPage",
            "identifying": "oa:identifying", "classifying": "oa:classifying",
            "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
            "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
            "body": {"@id": "oa:hasBody", "@type": "@id"},
            "target": {"@id": "oa:hasTarget", "@type": "@id"},
            "source": {"@id": "oa:hasSource", "@type": "@id"},
            "selector": {"@id": "oa:hasSelector", "@type": "@id"},
            "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
            "first": {"@id": "as:first", "@type": "@id"},
            "partOf": {"@id": "as:partOf", "@type": "@id"},
            "startIndex": "as:startIndex",
            "label": "http://www.w3.org/2000/01/rdf-schema#label",
            "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
            "format": "http://purl.org/dc/elements/1.1/format",
            "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
            "start": "oa:start", "end": "oa:end"}}
          """,
          "https://schema.org",
          "{\"@context\": {\"@vocab\": \"https://schema.org/\"}}");

  private static final String STYLE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
        <info><title>Plain</title><id>plain</id><updated>2031-01-01T00:00:00+00:00</updated></info>
        <citation><layout><text variable="title"/></layout></citation>
        <bibliography>
          <layout>
            <group delimiter=", ">
              <text variable="title"/><text variable="container-title"/>
              <date variable="issued"><date-part name="year"/></date>
              <text variable="URL"/>
            </group>
          </layout>
        </bibliography>
      </style>
      """;

  private static final String LOCALE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
        <terms>
          <term name="open-quote">“</term><term name="close-quote">”</term>
          <term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
        </terms>
      </locale>
      """;

  @Test
  void annotationsPointAtTheWordsByWordsAndByPosition() throws Exception {
    JsonNode file =
        annotations(InventedRecord.LAMP, "“We did not close the harbour,”", "Ada Quill");
    assertThat(types(expanded(file)))
        .contains(
            OA + "Annotation",
            OA + "TextualBody",
            OA + "TextQuoteSelector",
            OA + "TextPositionSelector");
    assertThat(lostTerms(file, expanded(file))).isEmpty();
    JsonNode annotation = file.at("/first/items/0");
    assertThat(annotation.at("/body/0/value").asText()).isEqualTo("Ada Quill");
    JsonNode target = annotation.at("/target/0");
    assertThat(target.get("source").asText()).isEqualTo("https://lamp.example/1");
    JsonNode quote = target.at("/selector/0");
    JsonNode position = target.at("/selector/1");
    String text = InventedRecord.LAMP.text();
    assertThat(text)
        .contains(
            quote.get("prefix").asText()
                + quote.get("exact").asText()
                + quote.get("suffix").asText());
    int[] points = text.codePoints().toArray();
    int start = position.get("start").asInt();
    assertThat(new String(points, start, position.get("end").asInt() - start))
        .isEqualTo(quote.get("exact").asText());
  }

  @Test
  void hostileTextsAreTextsInAnnotationsToo() throws Exception {
    JsonNode file =
        annotations(InventedRecord.MARKUP, InventedRecord.HOSTILE, InventedRecord.HOSTILE);
    // The address is no IRI, so the article is called by its id.
    assertThat(file.at("/first/items/0/target/0/source").asText())
        .isEqualTo("urn:x-stemma:article:x%7E%2F%3F%23%25%26%3D1");
    assertThat(types(expanded(file))).contains(OA + "Annotation");
  }

  private static JsonNode annotations(Article article, String content, String speaker)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AnnotationExport export = new AnnotationExport(out)) {
      export.add(InventedRecord.annotated(article, content, speaker), wanted -> true);
      export.add(InventedRecord.annotated(article, content, speaker), wanted -> false);
    }
    JsonNode file = JSON.readTree(out.toString(UTF_8));
    assertThat(file.at("/first/items")).hasSize(1);
    return file;
  }

  @Test
  void aStatementIsAClaimThatAppearsInQuotations() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ClaimExport export = new ClaimExport(out, InventedRecord.ARTICLES)) {
      export.add(InventedRecord.STATEMENT);
    }
    JsonNode file = JSON.readTree(out.toString(UTF_8));
    JsonNode expanded = expanded(file);
    assertThat(types(expanded))
        .containsExactlyInAnyOrder(
            SCHEMA + "Claim",
            SCHEMA + "Quotation",
            SCHEMA + "NewsArticle",
            SCHEMA + "NewsMediaOrganization",
            SCHEMA + "Thing");
    JsonNode claim = file.at("/@graph/0");
    assertThat(claim.get("text").asText()).isEqualTo("We did not close the harbour");
    assertThat(claim.at("/author/name").asText()).isEqualTo("Ada Quill");
    assertThat(claim.get("appearance")).hasSize(3);
    assertThat(claim.at("/appearance/1/isPartOf/publisher/name").asText()).isEqualTo("The Wick");
    assertThat(claim.at("/appearance/0/isPartOf/@id").asText()).isEqualTo("https://lamp.example/1");
  }

  @Test
  void aStemmaIsProvenance() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProvenanceExport.write(out, InventedRecord.STEMMA, InventedRecord.ARTICLES);
    JsonNode expanded = expanded(JSON.readTree(out.toString(UTF_8)));
    assertThat(types(expanded))
        .containsExactlyInAnyOrder(
            PROV + "Entity", PROV + "Agent", PROV + "Organization", PROV + "Derivation");
    // What is referred to is told of, as what it has to be.
    Set<String> entities = new TreeSet<>();
    Set<String> agents = new TreeSet<>();
    for (JsonNode node : expanded) {
      if (node.get("@type").toString().contains("Agent")) {
        agents.add(node.get("@id").asText());
      } else {
        entities.add(node.get("@id").asText());
      }
    }
    for (String field : List.of("wasDerivedFrom", "hadPrimarySource", "entity")) {
      assertThat(entities).as(field).containsAll(references(expanded, PROV + field));
      assertThat(references(expanded, PROV + field)).isNotEmpty();
    }
    assertThat(agents).containsAll(references(expanded, PROV + "wasAttributedTo"));
    assertThat(out.toString(UTF_8)).contains("probability 0.75; credit: as");
  }

  private static List<String> references(JsonNode node, String field) {
    List<String> found = new ArrayList<>();
    for (JsonNode value : node.findValues(field)) {
      value.forEach(one -> found.add(one.get("@id").asText()));
    }
    return found;
  }

  @Test
  void referencesHaveTheFieldsThatCslKnows() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CitationExport export = new CitationExport(out, InventedRecord.ARTICLES)) {
      export.add(InventedRecord.STATEMENT);
    }
    JsonNode file = JSON.readTree(out.toString(UTF_8));
    assertThat(file).hasSize(3);
    for (JsonNode item : file) {
      List<String> fields = new ArrayList<>();
      item.fieldNames().forEachRemaining(fields::add);
      assertThat(fields)
          .isSubsetOf(
              "id",
              "type",
              "title",
              "container-title",
              "author",
              "issued",
              "URL",
              "language",
              "note")
          .contains("id", "type");
      assertThat(item.get("type").asText()).isEqualTo("article-newspaper");
    }
    assertThat(file.at("/1/issued/date-parts").toString()).isEqualTo("[[2031,5,5]]");
    assertThat(file.at("/0/URL").asText()).isEqualTo("https://lamp.example/1");
    assertThat(file.at("/1").has("URL")).isFalse();
    assertThat(file.at("/0/note").asText()).isEqualTo("Ada Quill: We did not close the harbour");
  }

  @Test
  void aProcessorOfCitationsCitesThem() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CitationExport export = new CitationExport(out, InventedRecord.ARTICLES)) {
      export.add(InventedRecord.STATEMENT);
    }
    List<CSLItemData> items = new ArrayList<>();
    for (JsonNode item : JSON.readTree(out.toString(UTF_8))) {
      items.add(
          CSLItemData.fromJson(
              JSON.convertValue(item, new TypeReference<Map<String, Object>>() {})));
    }
    CSL processor =
        new CSL(new ListItemDataProvider(items), language -> LOCALE, null, STYLE, "en-US");
    processor.setOutputFormat("text");
    processor.registerCitationItems(items.stream().map(CSLItemData::getId).toList());
    assertThat(processor.makeBibliography().getEntries())
        .hasSize(3)
        .anyMatch(
            entry -> entry.strip().equals("Harbour open, The Lamp, 2031, https://lamp.example/1"))
        .anyMatch(entry -> entry.strip().equals("Harbour <closed>, The Wick, 2031"));
  }

  @Test
  void passimsFieldsHoldTheCluster() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PassimExport export = new PassimExport(out, InventedRecord.ARTICLES)) {
      export.add(InventedRecord.STATEMENT);
    }
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode first = JSON.readTree(lines.get(0));
    assertThat(first.get("cluster").asLong()).isZero();
    assertThat(first.get("size").asInt()).isEqualTo(3);
    assertThat(first.get("series").asText()).isEqualTo("The Lamp");
    int[] points = InventedRecord.LAMP.text().codePoints().toArray();
    int begin = first.get("begin").asInt();
    assertThat(new String(points, begin, first.get("end").asInt() - begin))
        .isEqualTo(first.get("text").asText());
  }

  /** Terms of the file that no context knows, so that they are lost when it is expanded. */
  private static Set<String> lostTerms(JsonNode file, JsonNode expanded) {
    Set<String> lost = new TreeSet<>();
    String all = expanded.toString();
    for (String term : terms(file, new TreeSet<>())) {
      JsonNode meaning = context(file).get(term);
      if (meaning == null) {
        lost.add(term);
      } else {
        String iri = meaning.isTextual() ? meaning.asText() : meaning.get("@id").asText();
        String whole =
            iri.replace("oa:", OA).replace("as:", "http://www.w3.org/ns/activitystreams#");
        if (!all.contains(whole)) {
          lost.add(term);
        }
      }
    }
    return lost;
  }

  private static JsonNode context(JsonNode file) {
    try {
      return JSON.readTree(CONTEXTS.get(file.get("@context").asText())).get("@context");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> terms(JsonNode node, Set<String> found) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.startsWith("@")) {
                found.add(name);
              }
            });
    node.forEach(inner -> terms(inner, found));
    return found;
  }

  private static Set<String> types(JsonNode expanded) {
    Set<String> types = new TreeSet<>();
    for (JsonNode list : expanded.findValues("@type")) {
      if (list.isArray()) {
        list.forEach(type -> types.add(type.asText()));
      }
    }
    expanded.forEach(
        node ->
            node.forEach(
                values ->
                    values.forEach(
                        value -> {
                          if (value.isObject() && value.has("@type")) {
                            types.addAll(types(value));
                          }
                        })));
    return types;
  }

  private static JsonNode expanded(JsonNode file) throws JsonLdError, IOException {
    Document document = JsonDocument.of(new StringReader(file.toString()));
    JsonValue expanded =
        JsonLd.expand(document).loader((address, options) -> loaded(address)).get();
    return JSON.readTree(expanded.toString());
  }

  private static Document loaded(URI address) throws JsonLdError {
    String context = CONTEXTS.get(address.toString());
    assertThat(context).as("a context at " + address).isNotNull();
    Document document = JsonDocument.of(new StringReader(context));
    document.setDocumentUrl(address);
    return document;
  }
}
