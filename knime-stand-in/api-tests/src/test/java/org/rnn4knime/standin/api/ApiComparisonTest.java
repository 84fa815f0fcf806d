package org.rnn4knime.standin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Each kind of difference is seen: the comparison of the stand-ins with KNIME can fail. */
class ApiComparisonTest {

    private static final KnimeApi API = KnimeApi.parse(List.of(
            "# a comment",
            "type p/Thing public final class extends p/Base implements java/lang/Runnable"
                    + " generic Lp/Base<Lp/Thing;>;Ljava/lang/Runnable; bundle b",
            "  field LIMIT I public static final = 3",
            "  method names(Ljava/util/List;)V public throws java/io/IOException"
                    + " generic (Ljava/util/List<Lp/Unlisted;>;)V",
            "type p/Mark public annotation implements java/lang/annotation/Annotation bundle b",
            "  @Retention [RUNTIME]",
            "  @Target [TYPE, FIELD]",
            "  method title()Ljava/lang/String; public abstract default \"\""));

    private static List<String> differences(final byte[] classFile) {
        final var comparison = new ApiComparison(API);
        CompiledType.of(classFile).ifPresent(comparison::compare);
        return comparison.differences();
    }

    private static void assertOneDifference(final String expected, final byte[] classFile) {
        final var differences = differences(classFile);
        assertEquals(1, differences.size(), differences::toString);
        assertTrue(differences.get(0).contains(expected), differences::toString);
    }

    @Test
    void acceptsEqualTypes() {
        assertEquals(List.of(), differences(new ThingClass().write()));
        assertEquals(List.of(), differences(mark("RUNTIME", "")));
    }

    @Test
    void acceptsATypeThatLacksMembersOfKnime() {
        final var thing = new ThingClass();
        thing.withMembers = false;
        assertEquals(List.of(), differences(thing.write()));
    }

    @Test
    void seesOtherModifiersOfAType() {
        final var thing = new ThingClass();
        thing.access = Opcodes.ACC_PUBLIC;
        assertOneDifference("p.Thing: modifiers must be", thing.write());
    }

    @Test
    void seesThatATypeIsSealed() {
        final var thing = new ThingClass();
        thing.permitted = "p/Special";
        assertOneDifference("p.Thing: modifiers must be", thing.write());
    }

    @Test
    void seesAnotherSuperclass() {
        final var thing = new ThingClass();
        thing.superclass = "java/lang/Object";
        assertOneDifference("superclass must be Optional[p/Base]", thing.write());
    }

    @Test
    void seesOtherInterfaces() {
        final var thing = new ThingClass();
        thing.interfaces = new String[0];
        assertOneDifference("interfaces must be [java/lang/Runnable], but is []", thing.write());
    }

    @Test
    void seesAnotherGenericSignatureOfAType() {
        final var thing = new ThingClass();
        thing.signature = null;
        assertOneDifference("p.Thing: generic signature must be", thing.write());
    }

    @Test
    void seesAMemberThatKnimeLacks() {
        final var thing = new ThingClass();
        thing.methodDescriptor = "(Ljava/util/Collection;)V";
        assertOneDifference("method names(Ljava/util/Collection;)V: KNIME lacks the member", thing.write());
    }

    @Test
    void seesOtherModifiersOfAMember() {
        final var thing = new ThingClass();
        thing.methodAccess = Opcodes.ACC_PROTECTED;
        assertOneDifference("names(Ljava/util/List;)V: modifiers must be [public], but is [protected]", thing.write());
    }

    @Test
    void seesOtherExceptions() {
        final var thing = new ThingClass();
        thing.exceptions = null;
        assertOneDifference("exceptions must be [java/io/IOException], but is []", thing.write());
    }

    @Test
    void seesAnotherGenericSignatureOfAMember() {
        final var thing = new ThingClass();
        thing.methodSignature = "(Ljava/util/List<Ljava/lang/String;>;)V";
        assertOneDifference("names(Ljava/util/List;)V: generic signature must be", thing.write());
    }

    @Test
    void seesAnotherConstant() {
        final var thing = new ThingClass();
        thing.limit = 4;
        assertOneDifference("field LIMIT I: value must be Optional[3], but is Optional[4]", thing.write());
    }

    @Test
    void seesAnotherAnnotationDefault() {
        assertOneDifference("title()Ljava/lang/String;: value must be", mark("RUNTIME", "Title"));
    }

    @Test
    void seesAnotherRetention() {
        assertOneDifference("annotations must be", mark("CLASS", ""));
    }

    @Test
    void ignoresMembersThatNobodySees() {
        final var thing = new ThingClass();
        thing.methodAccess = Opcodes.ACC_PRIVATE;
        thing.methodDescriptor = "(Ljava/util/Collection;)V";
        assertEquals(List.of(), differences(thing.write()));
    }

    @Test
    void refusesATypeThatKnimeLacks() {
        final var thing = new ThingClass();
        thing.name = "p/Other";
        assertOneDifference("p.Other: KNIME lacks the type", thing.write());
    }

    @Test
    void countsATypeThatIsOnlyNamedWhenItIsEmpty() {
        final var thing = new ThingClass();
        thing.name = "p/Unlisted";
        thing.withMembers = false;
        final var comparison = new ApiComparison(API);
        CompiledType.of(thing.write()).ifPresent(comparison::compare);
        assertEquals(List.of(), comparison.differences());
        assertTrue(comparison.summary().endsWith("1 types are declared empty: p.Unlisted"), comparison.summary());
    }

    @Test
    void refusesMembersOfATypeThatIsOnlyNamed() {
        final var thing = new ThingClass();
        thing.name = "p/Unlisted";
        thing.methodAccess = Opcodes.ACC_PRIVATE;
        assertOneDifference("p.Unlisted: field LIMIT I: the type must be declared empty", thing.write());
    }

    @Test
    void leavesOutAPublicTypeInsideAHiddenOne(@TempDir final Path directory) throws IOException {
        final var outer = new ThingClass();
        outer.name = "p/Hidden";
        outer.access = 0;
        final var inner = new ThingClass();
        inner.name = "p/Hidden$Inner";
        final var seen = new ThingClass();
        for (final var type : List.of(outer, inner, seen)) {
            Files.write(directory.resolve(type.name.replace('/', '.') + ".class"), type.write());
        }
        final var names =
                CompiledTypes.below(directory).stream().map(ApiType::name).toList();
        assertEquals(List.of("p/Thing"), names);
    }

    private static byte[] mark(final String retention, final String title) {
        final var writer = new ClassWriter(0);
        final var flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        writer.visit(
                Opcodes.V17, flags, "p/Mark", null, "java/lang/Object", new String[] {"java/lang/annotation/Annotation"
                });
        final var kept = writer.visitAnnotation("Ljava/lang/annotation/Retention;", true);
        kept.visitEnum("value", "Ljava/lang/annotation/RetentionPolicy;", retention);
        kept.visitEnd();
        final var target = writer.visitAnnotation("Ljava/lang/annotation/Target;", true);
        final var targets = target.visitArray("value");
        targets.visitEnum(null, "Ljava/lang/annotation/ElementType;", "FIELD");
        targets.visitEnum(null, "Ljava/lang/annotation/ElementType;", "TYPE");
        targets.visitEnd();
        target.visitEnd();
        final var element = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "title", "()Ljava/lang/String;", null, null);
        final var preset = element.visitAnnotationDefault();
        preset.visit(null, title);
        preset.visitEnd();
        return writer.toByteArray();
    }

    /** Writes p/Thing as the list has it, but for what a test changes. */
    private static final class ThingClass {

        private String name = "p/Thing";
        private int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL;
        private String superclass = "p/Base";
        private String[] interfaces = {"java/lang/Runnable"};
        private String signature = "Lp/Base<Lp/Thing;>;Ljava/lang/Runnable;";
        private String permitted;
        private boolean withMembers = true;
        private Object limit = 3;
        private int methodAccess = Opcodes.ACC_PUBLIC;
        private String methodDescriptor = "(Ljava/util/List;)V";
        private String methodSignature = "(Ljava/util/List<Lp/Unlisted;>;)V";
        private String[] exceptions = {"java/io/IOException"};

        byte[] write() {
            final var writer = new ClassWriter(0);
            writer.visit(Opcodes.V17, access | Opcodes.ACC_SUPER, name, signature, superclass, interfaces);
            if (permitted != null) {
                writer.visitPermittedSubclass(permitted);
            }
            if (withMembers) {
                final var constant = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
                writer.visitField(constant, "LIMIT", "I", null, limit);
                writer.visitMethod(
                        methodAccess | Opcodes.ACC_NATIVE, "names", methodDescriptor, methodSignature, exceptions);
            }
            return writer.toByteArray();
        }
    }
}
