package org.knime.core.node.wizard.page;

/** Marks what can be a part of a page that a component or a data app shows. */
public interface WizardPageContribution {}
