package org.stemma.app.export;

/** As what something is exported. */
public enum Format {
  /** JSON Lines, in the field names of text-reuse scorers where they have some. */
  JSONL("jsonl", "application/jsonl; charset=utf-8"),
  /** A table for spreadsheet programs. */
  CSV("csv", "text/csv; charset=utf-8; header=present"),
  /** A workbook. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** JSON Lines in the field names of passim. */
  PASSIM("passim.jsonl", "application/jsonl; charset=utf-8"),
  /** W3C Web Annotations. */
  ANNOTATIONS(
      "annotations.jsonld",
      "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"; charset=utf-8"),
  /** schema.org's Claim and Quotation. */
  CLAIMS("claims.jsonld", "application/ld+json; charset=utf-8"),
  /** References for Zotero and Pandoc. */
  CSL("csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8"),
  /** PROV-O. */
  PROV("prov.jsonld", "application/ld+json; charset=utf-8"),
  GRAPHML("graphml", "application/graphml+xml; charset=utf-8"),
  GEXF("gexf", "application/gexf+xml; charset=utf-8");

  private final String ending;
  private final String mediaType;

  Format(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** What the names of such files end with, without the first dot. */
  public String ending() {
    return ending;
  }

  /** For the header of that name. */
  public String mediaType() {
    return mediaType;
  }

  /** True when it is no text that a terminal could show. */
  public boolean isBinary() {
    return this == XLSX;
  }
}
