package org.knime.core.webui;

/** Something that is shown as a page. */
public interface UIExtension {}
