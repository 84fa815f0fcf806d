package org.knime.node.parameters.widget.choices.filter;

/** How a filter selects. The names are saved. */
enum SelectionMode {
    MANUAL,
    REGEX,
    WILDCARD,
    TYPE
}
