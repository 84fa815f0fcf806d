package org.knime.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.rnn4knime.standin.parameters.Option;
import org.w3c.dom.Element;

/**
 * What the user reads about a {@link DefaultNode}. A port has the index that it has when all optional ports are there.
 */
final class DefaultNodeDescription extends NodeDescription {

    private static final String OPTIONS = "Options";

    private final DefaultNode m_node;

    private final Element m_document;

    /**
     * @throws IllegalArgumentException if a text is not well-formed
     */
    DefaultNodeDescription(final DefaultNode node) {
        m_node = node;
        m_document = NodeDescriptionDocument.of(node, options(node));
    }

    @Override
    public String getIconPath() {
        return m_node.words().icon();
    }

    @Override
    public String getNodeName() {
        return m_node.words().name();
    }

    @Override
    public NodeType getType() {
        return m_node.type();
    }

    @Override
    public Optional<String> getShortDescription() {
        return Optional.of(m_node.words().shortDescription());
    }

    @Override
    public Optional<String> getIntro() {
        return Optional.of(m_node.words().fullDescription());
    }

    @Override
    public Optional<Version> getSinceVersion() {
        return Optional.of(m_node.words().sinceVersion());
    }

    @Override
    public String[] getKeywords() {
        return m_node.keywords().toArray(String[]::new);
    }

    @Override
    public List<DescriptionLink> getLinks() {
        return m_node.links();
    }

    @Override
    public List<DialogOptionGroup> getDialogOptionGroups() {
        final var options = options(m_node).stream()
                .map(option -> new DialogOption(option.title(), option.description(), false))
                .toList();
        return options.isEmpty() ? List.of() : List.of(new DialogOptionGroup(OPTIONS, null, options));
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return dynamicGroups(true);
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return dynamicGroups(false);
    }

    @Override
    public String getInportName(final int index) {
        return m_node.ports(true).get(index).name();
    }

    @Override
    public String getInportDescription(final int index) {
        return m_node.ports(true).get(index).description();
    }

    @Override
    public String getOutportName(final int index) {
        return m_node.ports(false).get(index).name();
    }

    @Override
    public String getOutportDescription(final int index) {
        return m_node.ports(false).get(index).description();
    }

    @Override
    public int getViewCount() {
        return m_node.view().isPresent() ? 1 : 0;
    }

    @Override
    public String getViewName(final int index) {
        return getNodeName();
    }

    @Override
    public String getViewDescription(final int index) {
        return m_node.view().orElseThrow().description();
    }

    /** Null, as KNIME wants it: views that are pages are no interactive views in its sense. */
    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return m_document;
    }

    private List<DynamicPortGroupDescription> dynamicGroups(final boolean isInput) {
        return m_node.ports(isInput).stream()
                .filter(PortGroup::isOptional)
                .map(group -> new DynamicPortGroupDescription(group.name(), group.id(), group.description()))
                .toList();
    }

    private static List<Option> options(final DefaultNode node) {
        final var modelOptions = node.model().parametersClass();
        final var viewOptions = node.view().flatMap(DefaultView::parametersClass);
        return Stream.concat(modelOptions.stream(), viewOptions.stream())
                .flatMap(type -> Option.of(type).stream())
                .toList();
    }
}
