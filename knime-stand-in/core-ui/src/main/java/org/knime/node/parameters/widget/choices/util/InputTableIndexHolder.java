package org.knime.node.parameters.widget.choices.util;

/** Names the input port whose table is meant; override where it is not the first one. */
public interface InputTableIndexHolder {

    default int getInputTableIndex() {
        return 0;
    }
}
