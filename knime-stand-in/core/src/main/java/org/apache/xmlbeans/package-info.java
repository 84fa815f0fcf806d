/** A type of XMLBeans that KNIME's signatures name, without members. */
package org.apache.xmlbeans;
