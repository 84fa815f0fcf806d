package org.apache.xmlbeans;

/** Declared empty: a signature of KNIME's node factories names it, and nothing here throws it. */
public class XmlException extends Exception {

    private static final long serialVersionUID = 1L;

    XmlException() {}
}
