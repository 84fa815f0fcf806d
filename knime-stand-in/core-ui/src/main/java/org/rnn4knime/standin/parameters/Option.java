package org.rnn4knime.standin.parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;

/**
 * A setting as the node description shows it.
 *
 * @param title the widget's title
 * @param description the widget's description, followed by a list of the settings of one element where there are many
 * @param section the section or group of the dialog, if the setting is in any
 */
public record Option(String title, String description, Optional<Class<?>> section) {

    /** The settings of a class in the order in which the dialog shows them. */
    public static List<Option> of(final Class<?> parametersClass) {
        final var options = new ArrayList<Option>();
        collect(parametersClass, layoutOf(parametersClass), options);
        final var sections = SectionOrder.of(
                options.stream().flatMap(option -> option.section().stream()).toList());
        options.sort(Comparator.comparingInt(
                option -> option.section().map(sections::indexOf).orElse(-1)));
        return options;
    }

    private static void collect(
            final Class<?> group, final Optional<Class<?>> outerSection, final List<Option> options) {
        for (final var field : ParameterField.of(group)) {
            final var section = field.annotation(Layout.class)
                    .<Class<?>>map(Layout::value)
                    .or(() -> layoutOf(field.type()))
                    .or(() -> outerSection);
            if (WidgetGroup.class.isAssignableFrom(field.type())) {
                collect(field.type(), section, options);
            } else {
                field.annotation(Widget.class)
                        .map(widget -> new Option(widget.title(), describe(field, widget), section))
                        .ifPresent(options::add);
            }
        }
    }

    private static Optional<Class<?>> layoutOf(final Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Layout.class)).map(Layout::value);
    }

    private static String describe(final ParameterField field, final Widget widget) {
        final var elementType = field.type().isArray() ? field.type().getComponentType() : field.type();
        if (!WidgetGroup.class.isAssignableFrom(elementType)) {
            return widget.description();
        }
        return of(elementType).stream()
                .map(option -> "<li><b>" + option.title() + "</b>: " + option.description() + "</li>")
                .collect(Collectors.joining("", widget.description() + "<ul>", "</ul>"));
    }
}
