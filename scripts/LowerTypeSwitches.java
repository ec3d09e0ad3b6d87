import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

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
import java.util.stream.Stream;

/**
 * Rewrites the pattern switches in our own jars below a folder into tests with {@code instanceof}.
 *
 * <p>At the first run of each such switch the JDK spins a class for it ({@code
 * java.lang.runtime.SwitchBootstraps.typeSwitch}), which no ahead-of-time cache of JDK 25 keeps:
 * about a millisecond for each of the forty switches that {@code ocm check} runs through.
 */
public class LowerTypeSwitches {

  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private final ClassFile classFile;

  /**
   * @param loader of all classes, because the stack maps of a changed method are computed anew
   */
  private LowerTypeSwitches(ClassLoader loader) {
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
      LowerTypeSwitches lowering = new LowerTypeSwitches(loader);
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
    if (hasTypeSwitch(model)) {
      Files.write(file, classFile.transformClass(model, new Lowering(model)));
    }
  }

  private static boolean hasTypeSwitch(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .anyMatch(LowerTypeSwitches::isTypeSwitch);
  }

  /** Whether all labels are classes; those of texts, numbers and enums are left to the JDK. */
  private static boolean isTypeSwitch(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
  }

  /** Adds one method for each switch of a class and calls it. */
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
          call(builder, into, (InvokeDynamicInstruction) element);
        } else {
          into.with(element);
        }
      };
    }

    private void call(ClassBuilder builder, CodeBuilder into, InvokeDynamicInstruction original) {
      String name = "typeSwitch$" + count++;
      MethodTypeDesc type = original.typeSymbol();
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      builder.withMethodBody(
          name,
          type,
          ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
          body -> body(body, original.bootstrapArgs()));
      into.invokestatic(model.thisClass().asSymbol(), name, type, isInterface);
    }

    /** The contract of {@code typeSwitch}: the first label from {@code restart} on that matches. */
    private static void body(CodeBuilder body, List<ConstantDesc> labels) {
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
  }
}
