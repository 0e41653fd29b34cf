package org.stemma.pipeline;

/**
 * A desk in numbers.
 *
 * @param articles all articles
 * @param outlets outlets that are known by name
 * @param attributions acts of saying, direct and indirect
 * @param statements things said: attributions with the same statement tied
 * @param shared statements in more than one outlet; the sum of the next six
 * @param verbatim shared ones whose witnesses differ in typography at most
 * @param senseChanged shared ones where some witness changed a "not", a number, a name or the
 *     speaker
 * @param altered shared ones where some witness changed, put in or left out words inside
 * @param truncated shared ones where witnesses are cut at the start or end, and nothing worse
 * @param retranslated shared ones in other words throughout: a second translation
 * @param paraphrased shared ones that some outlet tells without quotation marks
 * @param undated articles whose day of publication is not known
 * @param skipped pages that nothing could be made of
 */
public record Overview(
    long articles,
    long outlets,
    long attributions,
    long statements,
    long shared,
    long verbatim,
    long senseChanged,
    long altered,
    long truncated,
    long retranslated,
    long paraphrased,
    long undated,
    long skipped) {}
