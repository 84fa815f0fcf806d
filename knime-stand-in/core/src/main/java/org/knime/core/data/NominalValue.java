package org.knime.core.data;

/** Marks cells whose column keeps the list of its possible values. */
public interface NominalValue extends DataValue {
    /** Adds no name and no order to those of the other values of a cell. */
    UtilityFactory UTILITY = new UtilityFactory();
}
