package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeDescription.DescriptionLink;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** Everything that makes a node; its required parts are asked for one after the other. */
public final class DefaultNode implements FluentNodeAPI {

    private final Words m_words;

    private final List<PortGroup> m_ports;

    private final DefaultModel m_model;

    private final List<DescriptionLink> m_links = new ArrayList<>();

    private Optional<DefaultView> m_view = Optional.empty();

    private Optional<NodeType> m_nodeType = Optional.empty();

    private List<String> m_keywords = List.of();

    private DefaultNode(final Words words, final Consumer<DynamicPortsAdder> ports, final DefaultModel model) {
        m_words = words;
        m_ports = PortGroupsAdder.collect(ports);
        m_model = model;
    }

    /** Starts the description of a node. */
    public static RequireName create() {
        return name -> icon ->
                shortDescription -> fullDescription -> (major, minor, revision) -> ports -> model -> new DefaultNode(
                        new Words(name, icon, shortDescription, fullDescription, new Version(major, minor, revision)),
                        ports,
                        model.apply(DefaultModel.create()));
    }

    /**
     * @throws UnsupportedOperationException if there is a view already: KNIME 5.8 allows one
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_view.isPresent()) {
            throw new UnsupportedOperationException("A node can have only one view.");
        }
        m_view = Optional.of(view.apply(DefaultView.create()));
        return this;
    }

    /**
     * @throws IllegalStateException if the type was given before
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_nodeType.isPresent()) {
            throw new IllegalStateException("The type of the node was given before.");
        }
        m_nodeType = Optional.of(nodeType);
        return this;
    }

    /**
     * @throws IllegalStateException if keywords were given before
     */
    public DefaultNode keywords(final String... keywords) {
        if (!m_keywords.isEmpty()) {
            throw new IllegalStateException("The keywords of the node were given before.");
        }
        m_keywords = List.of(keywords);
        return this;
    }

    /** Adds a link to the node description. */
    public DefaultNode addExternalResource(final String href, final String description) {
        m_links.add(new DescriptionLink(href, description));
        return this;
    }

    Words words() {
        return m_words;
    }

    List<PortGroup> ports() {
        return m_ports;
    }

    List<PortGroup> ports(final boolean isInput) {
        return m_ports.stream().filter(group -> group.isInput() == isInput).toList();
    }

    DefaultModel model() {
        return m_model;
    }

    Optional<DefaultView> view() {
        return m_view;
    }

    List<DescriptionLink> links() {
        return List.copyOf(m_links);
    }

    List<String> keywords() {
        return m_keywords;
    }

    /** The type, or what the ports make of a node without a word about it. */
    NodeType type() {
        return m_nodeType.orElseGet(() -> {
            if (ports(true).isEmpty()) {
                return NodeType.Source;
            }
            return ports(false).isEmpty() ? NodeType.Sink : NodeType.Manipulator;
        });
    }

    /** What every node must say of itself. */
    record Words(String name, String icon, String shortDescription, String fullDescription, Version sinceVersion) {}

    /** The stage that asks for the name. */
    public interface RequireName {

        RequireIcon name(String name);
    }

    /** The stage that asks for the icon. */
    public interface RequireIcon {

        /** The path of a PNG of 16 by 16 pixels, relative to the factory's class. */
        RequireShortDescription icon(String icon);
    }

    /** The stage that asks for the short description. */
    public interface RequireShortDescription {

        RequireFullDescription shortDescription(String shortDescription);
    }

    /** The stage that asks for the full description. */
    public interface RequireFullDescription {

        /** Well-formed HTML of the subset that node descriptions allow. */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The stage that asks for the first version of KNIME that has the node. */
    public interface RequireSinceVersion {

        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The stage that asks for the model. */
    public interface RequireModel {

        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
