package org.knime.core.webui.node.dialog;

import org.knime.core.webui.UIExtension;

/** The dialog of a node. The stand-in shows none. */
public interface NodeDialog extends UIExtension {}
