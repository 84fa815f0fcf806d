package org.rnn4knime.standin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What differs between stand-in types and KNIME's, one sentence each. */
final class ApiComparison {

    private static final Set<String> DEMANDED_OF_ENUMS = Set.of("valueOf", "values");

    private final KnimeApi knime;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> emptyTypes = new TreeSet<>();
    private int types;
    private int members;

    ApiComparison(final KnimeApi knime) {
        this.knime = knime;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    String summary() {
        return "API: %d members of %d types equal KNIME 5.8.0; %d types are declared empty: %s"
                .formatted(
                        members,
                        types,
                        emptyTypes.size(),
                        String.join(", ", emptyTypes).replace('/', '.'));
    }

    int memberCount() {
        return members;
    }

    void compare(final ApiType standIn) {
        final var listed = knime.type(standIn.name());
        if (listed.isPresent()) {
            types++;
            compareTypes(standIn, listed.get());
        } else if (knime.namesWithoutListing(standIn.name())) {
            emptyTypes.add(standIn.name());
            standIn.members().values().stream()
                    .filter(member -> !isDemanded(standIn, member))
                    .forEach(member -> report(standIn, member.key() + ": the type must be declared empty"));
        } else {
            report(standIn, "KNIME lacks the type");
        }
    }

    private static boolean isDemanded(final ApiType type, final ApiMember member) {
        return type.modifiers().contains("enum")
                && DEMANDED_OF_ENUMS.stream().anyMatch(name -> member.key().startsWith("method " + name + "("));
    }

    private void compareTypes(final ApiType standIn, final ApiType listed) {
        expect(standIn, "modifiers", listed.modifiers(), standIn.modifiers());
        expect(standIn, "superclass", listed.superclass(), standIn.superclass());
        expect(standIn, "interfaces", listed.interfaces(), standIn.interfaces());
        expect(standIn, "generic signature", listed.signature(), standIn.signature());
        expect(standIn, "annotations", normalized(listed.annotations()), normalized(standIn.annotations()));
        for (final var member : standIn.members().values()) {
            members++;
            final var original = listed.members().get(member.key());
            if (original == null) {
                report(standIn, member.key() + ": KNIME lacks the member");
            } else {
                compareMembers(standIn, member, original);
            }
        }
    }

    /** The order of an annotation's targets means nothing. */
    private static Set<String> normalized(final Set<String> annotations) {
        final var normalized = new TreeSet<String>();
        for (final var annotation : annotations) {
            final var values =
                    new TreeSet<>(List.of(annotation.replaceAll(".*\\[|\\]", "").split(", ")));
            normalized.add(annotation.replaceFirst("\\[.*", values.toString()));
        }
        return normalized;
    }

    private void compareMembers(final ApiType type, final ApiMember standIn, final ApiMember listed) {
        expect(type, standIn.key() + ": modifiers", listed.modifiers(), standIn.modifiers());
        expect(type, standIn.key() + ": exceptions", listed.exceptions(), standIn.exceptions());
        expect(type, standIn.key() + ": generic signature", listed.signature(), standIn.signature());
        expect(type, standIn.key() + ": value", listed.value(), standIn.value());
    }

    private void expect(final ApiType type, final String what, final Object expected, final Object found) {
        if (!Objects.equals(expected, found)) {
            report(type, what + " must be " + expected + ", but is " + found);
        }
    }

    private void report(final ApiType type, final String difference) {
        differences.add(type.name().replace('/', '.') + ": " + difference);
    }
}
