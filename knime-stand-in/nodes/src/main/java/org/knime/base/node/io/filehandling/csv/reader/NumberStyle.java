package org.knime.base.node.io.filehandling.csv.reader;

/**
 * How numbers are written in a file.
 *
 * @param decimalSeparator the character before the fraction
 * @param thousandsSeparator the character between groups of digits; the character 0 for none
 */
record NumberStyle(char decimalSeparator, char thousandsSeparator) {

    /** The number as Java reads it. */
    String normalize(final String number) {
        final var ungrouped = thousandsSeparator == 0 ? number : number.replace(String.valueOf(thousandsSeparator), "");
        return ungrouped.replace(decimalSeparator, '.');
    }
}
