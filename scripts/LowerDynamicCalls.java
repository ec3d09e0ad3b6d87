import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Rewrites, in our own jars below a folder, what the JDK would make classes for when it first runs:
 * pattern switches become tests with {@code instanceof}, and {@code equals} and {@code hashCode} of
 * records compare field by field.
 *
 * <p>No ahead-of-time cache of JDK 25 keeps the classes of {@code
 * java.lang.runtime.SwitchBootstraps.typeSwitch} and {@code java.lang.runtime.ObjectMethods}: about
 * a millisecond for each of the forty switches that {@code ocm check} runs through.
 */
public class LowerDynamicCalls {

  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final ClassFile classFile;

  /**
   * @param loader of all classes, because the stack maps of a changed method are computed anew
   */
  private LowerDynamicCalls(ClassLoader loader) {
    ClassHierarchyResolver hierarchy = ClassHierarchyResolver.ofClassLoading(loader);
    this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  public static void main(String[] args) throws IOException {
    List<Path> jars = files(Path.of(args[0]), ".jar");
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new))) {
      LowerDynamicCalls lowering = new LowerDynamicCalls(loader);
      for (Path jar : jars) {
        lowering.lower(jar);
      }
    }
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(suffix)).toList();
    }
  }

  private void lower(Path jar) throws IOException {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      Path own = content.getPath("/io/openclustermanagement");
      if (Files.isDirectory(own)) {
        for (Path file : files(own, ".class")) {
          lowerClass(file);
        }
      }
    }
  }

  private void lowerClass(Path file) throws IOException {
    ClassModel model = classFile.parse(Files.readAllBytes(file));
    if (hasDynamicCall(model)) {
      Files.write(file, classFile.transformClass(model, new Lowering(model)));
    }
  }

  private static boolean hasDynamicCall(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .anyMatch(each -> isTypeSwitch(each) || isRecordMethod(each));
  }

  /** Whether all labels are classes; those of texts, numbers and enums are left to the JDK. */
  private static boolean isTypeSwitch(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().equals(SWITCHES)
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
  }

  /** {@code toString} is left to the JDK: nothing calls it on the way to a result. */
  private static boolean isRecordMethod(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().equals(RECORDS)
        && !call.name().equalsString("toString");
  }

  /** Adds one method for each call of a class and calls it. */
  private static final class Lowering implements ClassTransform {
    private final ClassModel model;
    private int count;

    Lowering(ClassModel model) {
      this.model = model;
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel method) {
        builder.transformMethod(method, MethodTransform.transformingCode(code(builder)));
      } else {
        builder.with(element);
      }
    }

    private CodeTransform code(ClassBuilder builder) {
      return (into, element) -> {
        if (isTypeSwitch(element)) {
          InvokeDynamicInstruction original = (InvokeDynamicInstruction) element;
          call(builder, into, original, body -> typeSwitch(body, original.bootstrapArgs()));
        } else if (isRecordMethod(element)) {
          InvokeDynamicInstruction original = (InvokeDynamicInstruction) element;
          call(builder, into, original, body -> recordMethod(body, original));
        } else {
          into.with(element);
        }
      };
    }

    private void call(
        ClassBuilder builder,
        CodeBuilder into,
        InvokeDynamicInstruction original,
        Consumer<CodeBuilder> body) {
      String name = original.name().stringValue() + "$" + count++;
      MethodTypeDesc type = original.typeSymbol();
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      builder.withMethodBody(name, type, ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, body);
      into.invokestatic(model.thisClass().asSymbol(), name, type, isInterface);
    }

    /** The contract of {@code typeSwitch}: the first label from {@code restart} on that matches. */
    private static void typeSwitch(CodeBuilder body, List<ConstantDesc> labels) {
      Label present = body.newLabel();
      body.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
      for (int i = 0; i < labels.size(); i++) {
        Label next = body.newLabel();
        body.iload(1).loadConstant(i).if_icmpgt(next);
        body.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
        body.loadConstant(i).ireturn().labelBinding(next);
      }
      body.loadConstant(labels.size()).ireturn();
    }

    /**
     * The arguments of the bootstrap are the class, the names of the fields, and a getter of each.
     */
    private void recordMethod(CodeBuilder body, InvokeDynamicInstruction original) {
      List<DirectMethodHandleDesc> fields =
          original.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(DirectMethodHandleDesc.class::cast)
              .toList();
      if (original.name().equalsString("equals")) {
        equals(body, fields);
      } else {
        hashCode(body, fields);
      }
    }

    private void equals(CodeBuilder body, List<DirectMethodHandleDesc> fields) {
      ClassDesc owner = model.thisClass().asSymbol();
      Label different = body.newLabel();
      body.aload(1).instanceOf(owner).ifeq(different);
      body.aload(1).checkcast(owner).astore(2);
      for (DirectMethodHandleDesc field : fields) {
        ClassDesc type = field.invocationType().returnType();
        body.aload(0).getfield(owner, field.methodName(), type);
        body.aload(2).getfield(owner, field.methodName(), type);
        if (type.isPrimitive()) {
          // as the JDK does, so that NaN equals itself and 0.0 differs from -0.0
          body.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(CD_int, type, type));
          body.ifne(different);
        } else {
          body.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
          body.ifeq(different);
        }
      }
      body.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private void hashCode(CodeBuilder body, List<DirectMethodHandleDesc> fields) {
      ClassDesc owner = model.thisClass().asSymbol();
      body.iconst_0();
      for (DirectMethodHandleDesc field : fields) {
        ClassDesc type = field.invocationType().returnType();
        boolean primitive = type.isPrimitive();
        body.loadConstant(31).imul().aload(0).getfield(owner, field.methodName(), type);
        body.invokestatic(
            primitive ? wrapper(type) : OBJECTS,
            "hashCode",
            MethodTypeDesc.of(CD_int, primitive ? type : CD_Object));
        body.iadd();
      }
      body.ireturn();
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
      return switch (primitive.displayName()) {
        case "int" -> CD_Integer;
        case "char" -> CD_Character;
        case String name ->
            ClassDesc.of("java.lang." + Character.toUpperCase(name.charAt(0)) + name.substring(1));
      };
    }
  }
}
