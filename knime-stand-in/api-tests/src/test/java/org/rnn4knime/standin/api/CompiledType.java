package org.rnn4knime.standin.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one class file into the form that api.txt has. */
final class CompiledType extends ClassVisitor {

    private static final int ASM = Opcodes.ASM9;

    private String name = "";
    private int access;
    private boolean local;
    private boolean sealed;
    private Optional<String> superclass = Optional.empty();
    private List<String> interfaces = List.of();
    private Optional<String> signature = Optional.empty();
    private final Set<String> annotations = new HashSet<>();
    private final Map<String, ApiMember> members = new HashMap<>();

    private CompiledType() {
        super(ASM);
    }

    /** The type, empty for one that is neither public nor protected. */
    static Optional<ApiType> of(final byte[] classFile) {
        final var type = new CompiledType();
        new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
        return type.local || !isVisible(type.access) ? Optional.empty() : Optional.of(type.toApiType());
    }

    private ApiType toApiType() {
        return new ApiType(name, typeModifiers(), superclass, interfaces, signature, annotations, members);
    }

    private static boolean has(final int access, final int flag) {
        return (access & flag) != 0;
    }

    private static boolean isVisible(final int access) {
        return has(access, Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED) && !has(access, Opcodes.ACC_SYNTHETIC);
    }

    private Set<String> typeModifiers() {
        final var modifiers = new HashSet<>(modifiers(access));
        final var isInterface = has(access, Opcodes.ACC_INTERFACE);
        if (isInterface) {
            modifiers.remove("abstract");
        }
        modifiers.add(kind(isInterface));
        if (sealed) {
            modifiers.add("sealed");
        }
        return modifiers;
    }

    private String kind(final boolean isInterface) {
        if (has(access, Opcodes.ACC_ANNOTATION)) {
            return "annotation";
        } else if (isInterface) {
            return "interface";
        } else if (has(access, Opcodes.ACC_ENUM)) {
            return "enum";
        }
        return has(access, Opcodes.ACC_RECORD) ? "record" : "class";
    }

    private static Set<String> modifiers(final int access) {
        final var modifiers = new HashSet<String>();
        Map.of(
                        Opcodes.ACC_PUBLIC, "public",
                        Opcodes.ACC_PROTECTED, "protected",
                        Opcodes.ACC_STATIC, "static",
                        Opcodes.ACC_FINAL, "final",
                        Opcodes.ACC_ABSTRACT, "abstract")
                .forEach((flag, word) -> {
                    if (has(access, flag)) {
                        modifiers.add(word);
                    }
                });
        return modifiers;
    }

    @Override
    public void visit(
            final int version,
            final int flags,
            final String internalName,
            final String genericSignature,
            final String superName,
            final String[] interfaceNames) {
        name = internalName;
        access = flags;
        signature = Optional.ofNullable(genericSignature);
        superclass = Optional.ofNullable(superName).filter(type -> !type.equals("java/lang/Object"));
        interfaces = List.of(interfaceNames);
    }

    /** The flags of a nested type stand only here; one without an outer type is local to a method. */
    @Override
    public void visitInnerClass(
            final String internalName, final String outerName, final String innerName, final int flags) {
        if (internalName.equals(name)) {
            access = (access & Opcodes.ACC_RECORD) | flags;
            local = outerName == null;
        }
    }

    @Override
    public void visitPermittedSubclass(final String subclass) {
        sealed = true;
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
        final var simpleName = descriptor.replaceFirst("Ljava/lang/annotation/(\\w+);", "$1");
        return Set.of("Retention", "Target").contains(simpleName)
                ? new EnumValues(values -> annotations.add("@" + simpleName + " " + values))
                : null;
    }

    @Override
    public FieldVisitor visitField(
            final int flags,
            final String fieldName,
            final String descriptor,
            final String genericSignature,
            final Object value) {
        if (isVisible(flags)) {
            put(new ApiMember(
                    ApiMember.fieldKey(fieldName, descriptor),
                    modifiers(flags),
                    Set.of(),
                    Optional.empty(),
                    Optional.ofNullable(value).map(String::valueOf)));
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            final int flags,
            final String methodName,
            final String descriptor,
            final String genericSignature,
            final String[] exceptions) {
        if (!isVisible(flags)) {
            return null;
        }
        final var method = new ApiMember(
                ApiMember.methodKey(methodName, descriptor),
                modifiers(flags),
                exceptions == null ? Set.of() : Set.of(exceptions),
                // some compilers write one that tells nothing more
                Optional.ofNullable(genericSignature).filter(text -> !text.equals(descriptor)),
                Optional.empty());
        put(method);
        return new DefaultValue(value -> put(new ApiMember(
                method.key(), method.modifiers(), method.exceptions(), method.signature(), Optional.of(value))));
    }

    private void put(final ApiMember member) {
        members.put(member.key(), member);
    }

    /** Gathers the constants of an annotation on an annotation type: {@code [TYPE, FIELD]}. */
    private static final class EnumValues extends AnnotationVisitor {

        private final Consumer<Set<String>> target;
        private final Set<String> values = new TreeSet<>();

        EnumValues(final Consumer<Set<String>> target) {
            super(ASM);
            this.target = target;
        }

        @Override
        public void visitEnum(final String element, final String descriptor, final String value) {
            values.add(value);
        }

        @Override
        public AnnotationVisitor visitArray(final String element) {
            return this;
        }

        @Override
        public void visitEnd() {
            target.accept(values);
        }
    }

    /** Passes on the default of an annotation element; api.txt lists none that are arrays or annotations. */
    private static final class DefaultValue extends MethodVisitor {

        private final Consumer<String> target;

        DefaultValue(final Consumer<String> target) {
            super(ASM);
            this.target = target;
        }

        @Override
        public AnnotationVisitor visitAnnotationDefault() {
            return new AnnotationVisitor(ASM) {

                @Override
                public void visit(final String element, final Object value) {
                    final var text = value instanceof Type type ? type.getDescriptor() : value.toString();
                    target.accept(text.isEmpty() ? "\"\"" : text);
                }

                @Override
                public void visitEnum(final String element, final String descriptor, final String value) {
                    target.accept(value);
                }
            };
        }
    }
}
