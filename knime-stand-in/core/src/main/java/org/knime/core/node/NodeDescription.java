package org.knime.core.node;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.w3c.dom.Element;

/** The words of a node: name, ports, dialog, views. Indices count from 0 and leave out flow variables. */
public abstract class NodeDescription {

    public NodeDescription() {}

    public abstract String getNodeName();

    public abstract NodeType getType();

    /** The icon's path, seen from the factory's class; null without one. */
    public abstract String getIconPath();

    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    public Optional<String> getIntro() {
        return Optional.empty();
    }

    public Optional<Version> getSinceVersion() {
        return Optional.empty();
    }

    public String[] getKeywords() {
        return new String[0];
    }

    public List<DialogOptionGroup> getDialogOptionGroups() {
        return List.of();
    }

    public List<DescriptionLink> getLinks() {
        return List.of();
    }

    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return List.of();
    }

    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return List.of();
    }

    public abstract String getInportName(int index);

    public abstract String getInportDescription(int index);

    public abstract String getOutportName(int index);

    public abstract String getOutportDescription(int index);

    public abstract int getViewCount();

    public abstract String getViewName(int index);

    public abstract String getViewDescription(int index);

    /** The view's name, null without a view. */
    public abstract String getInteractiveViewName();

    public abstract Element getXMLDescription();

    /** One setting as the description shows it. */
    public static final class DialogOption {

        private final String m_name;
        private final String m_description;
        private final boolean m_optional;

        public DialogOption(final String name, final String description, final boolean optional) {
            m_name = name;
            m_description = description;
            m_optional = optional;
        }

        public String getName() {
            return m_name;
        }

        public String getDescription() {
            return m_description;
        }

        public boolean isOptional() {
            return m_optional;
        }
    }

    /** The settings of one section; name and description may be null. */
    public static final class DialogOptionGroup {

        private final Optional<String> m_name;
        private final Optional<String> m_description;
        private final List<DialogOption> m_options;

        public DialogOptionGroup(final String name, final String description, final List<DialogOption> options) {
            m_name = Optional.ofNullable(name);
            m_description = Optional.ofNullable(description);
            m_options = List.copyOf(options);
        }

        public Optional<String> getName() {
            return m_name;
        }

        public Optional<String> getDescription() {
            return m_description;
        }

        public List<DialogOption> getOptions() {
            return m_options;
        }
    }

    /** A page to read on. */
    public static final class DescriptionLink {

        private final String m_target;
        private final String m_text;

        public DescriptionLink(final String target, final String text) {
            m_target = target;
            m_text = text;
        }

        public String getTarget() {
            return m_target;
        }

        public String getText() {
            return m_text;
        }
    }

    /** Ports that a user adds. */
    public static final class DynamicPortGroupDescription {

        private final String m_name;
        private final String m_identifier;
        private final String m_description;

        public DynamicPortGroupDescription(final String name, final String identifier, final String description) {
            m_name = name;
            m_identifier = identifier;
            m_description = description;
        }

        public String getGroupName() {
            return m_name;
        }

        public String getGroupIdentifier() {
            return m_identifier;
        }

        public String getGroupDescription() {
            return m_description;
        }
    }
}
