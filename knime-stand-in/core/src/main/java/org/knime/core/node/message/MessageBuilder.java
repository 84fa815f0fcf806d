package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a node met; without a summary the first issue is it. */
public final class MessageBuilder {

    private final List<String> m_issues = new ArrayList<>();
    private final List<String> m_resolutions = new ArrayList<>();
    private Optional<String> m_summary = Optional.empty();

    MessageBuilder() {}

    public MessageBuilder withSummary(final String summary) {
        m_summary = Optional.of(summary);
        return this;
    }

    public MessageBuilder addTextIssue(final String issue) {
        m_issues.add(issue);
        return this;
    }

    /** An issue in a row (counted from 0) of the table at a port. */
    public MessageBuilder addRowIssue(final int port, final int column, final long row, final String issue) {
        return addTextIssue("Port %d, row %d, column %d: %s".formatted(port + 1, row + 1, column + 1, issue));
    }

    public MessageBuilder addResolutions(final String... resolutions) {
        m_resolutions.addAll(List.of(resolutions));
        return this;
    }

    public Optional<String> getFirstIssue() {
        return m_issues.stream().findFirst();
    }

    /** The message, empty without summary and issue. */
    public Optional<Message> build() {
        return m_summary.or(this::getFirstIssue).map(summary -> new Message(summary, m_issues, m_resolutions));
    }
}
