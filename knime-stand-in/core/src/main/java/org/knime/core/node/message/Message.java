package org.knime.core.node.message;

import java.util.List;
import org.knime.core.node.KNIMEException;

/** What a node tells its user: a summary, issues met (the first one in detail) and ways out. */
public final class Message {

    private final String m_summary;
    private final List<String> m_issues;
    private final List<String> m_resolutions;

    Message(final String summary, final List<String> issues, final List<String> resolutions) {
        m_summary = summary;
        m_issues = List.copyOf(issues);
        m_resolutions = List.copyOf(resolutions);
    }

    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    public static Message fromSummary(final String summary) {
        return new Message(summary, List.of(), List.of());
    }

    public String getSummary() {
        return m_summary;
    }

    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message message
                && m_summary.equals(message.m_summary)
                && m_issues.equals(message.m_issues)
                && m_resolutions.equals(message.m_resolutions);
    }

    @Override
    public int hashCode() {
        return m_summary.hashCode();
    }

    @Override
    public String toString() {
        return m_summary;
    }
}
