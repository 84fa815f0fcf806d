package org.knime.core.util;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A version such as 5.8.0 or 5.8.0.v202510010000. */
public final class Version implements Comparable<Version>, Serializable {

    private static final long serialVersionUID = 1L;

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::getMajor)
            .thenComparingInt(Version::getMinor)
            .thenComparingInt(Version::getRevision)
            .thenComparing(Version::getQualifier);

    private final int m_major;
    private final int m_minor;
    private final int m_revision;
    private final String m_qualifier;

    public Version(final int major, final int minor, final int revision) {
        this(major, minor, revision, "");
    }

    public Version(final int major, final int minor, final int revision, final String qualifier) {
        m_major = major;
        m_minor = minor;
        m_revision = revision;
        m_qualifier = Objects.requireNonNull(qualifier);
    }

    public int getMajor() {
        return m_major;
    }

    public int getMinor() {
        return m_minor;
    }

    public int getRevision() {
        return m_revision;
    }

    public String getQualifier() {
        return m_qualifier;
    }

    @Override
    public int compareTo(final Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_major, m_minor, m_revision, m_qualifier);
    }

    @Override
    public String toString() {
        final var numbers = m_major + "." + m_minor + "." + m_revision;
        return m_qualifier.isEmpty() ? numbers : numbers + "." + m_qualifier;
    }
}
