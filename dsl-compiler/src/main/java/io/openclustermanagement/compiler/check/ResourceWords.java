package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Member;
import io.openclustermanagement.compiler.program.Shape;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words that every resource has besides its fields. */
final class ResourceWords {

  private static final List<String> WORDS =
      List.of("name", "namespace", "label", "labels", "annotation", "annotations", "ref");
  private static final String ALL_CONTAINERS = "allContainers";
  private static final List<String> CONTAINER_LISTS =
      List.of("containers", "initContainers", "ephemeralContainers");

  private ResourceWords() {}

  /** The words of a shape; none for parts of resources. */
  static List<String> of(Shape shape) {
    if (!shape.isResource()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(WORDS);
    if (hasPod(shape)) {
      words.add(ALL_CONTAINERS);
    }
    return words;
  }

  /** A word as something that can be completed. */
  static Shape.Field described(Shape shape, String word) {
    return switch (word) {
      case "name" ->
          new Shape.Field(word, Simple.STRING, Presence.REQUIRED, "The name of the resource.");
      case "namespace" ->
          new Shape.Field(
              word,
              new Type.OptionalOf(Simple.STRING),
              Presence.OPTIONAL,
              "Its namespace; absent where its kind has none.");
      case "label", "labels" ->
          new Shape.Field(
              word, new MapOf(Simple.STRING), Presence.DEFAULTED, "Its labels, perhaps none.");
      case "annotation", "annotations" ->
          new Shape.Field(
              word, new MapOf(Simple.STRING), Presence.DEFAULTED, "Its annotations, perhaps none.");
      case "ref" ->
          new Shape.Field(
              word,
              Simple.STRING,
              Presence.REQUIRED,
              "What messages call it, such as `Deployment shop/storefront`.");
      default ->
          new Shape.Field(
              word,
              new ListOf(container(specType(shape))),
              Presence.REQUIRED,
              "Its containers with the init and the ephemeral ones.");
    };
  }

  /** What a word means; empty if the shape has no such word. */
  static Optional<Expr> read(Expr target, Shape shape, String word, Origin origin) {
    if (!of(shape).contains(word)) {
      return Optional.empty();
    }
    Expr whole = whole(target, shape, origin);
    return Optional.of(
        switch (word) {
          case "name" -> text(metadata(whole, origin), "name", Presence.REQUIRED, origin);
          case "namespace" -> namespace(whole, origin);
          case "label", "labels" -> texts(metadata(target, origin), "labels", origin);
          case "annotation", "annotations" ->
              texts(metadata(target, origin), "annotations", origin);
          case "ref" -> reference(whole, origin);
          default -> allContainers(target, shape, origin);
        });
  }

  /** The resource itself, also where the rule speaks of the template of pods in it. */
  private static Expr whole(Expr target, Shape shape, Origin origin) {
    return shape.name().equals(PodShape.NAME)
        ? new Expr.Carrier(target, Simple.ANY, origin)
        : target;
  }

  private static boolean hasPod(Shape shape) {
    return shape.name().equals(PodShape.NAME) || shape.name().equals("Pod");
  }

  private static Expr metadata(Expr resource, Origin origin) {
    return new Member(resource, key("metadata", origin), Presence.REQUIRED, Simple.ANY, origin);
  }

  private static Constant key(String name, Origin origin) {
    return new Constant(new StringValue(name), origin);
  }

  private static Expr text(Expr target, String name, Presence presence, Origin origin) {
    return new Member(target, key(name, origin), presence, Simple.STRING, origin);
  }

  /** Resources of a cluster-wide kind have none. */
  private static Expr namespace(Expr resource, Origin origin) {
    return new Member(
        metadata(resource, origin),
        key("namespace", origin),
        Presence.OPTIONAL,
        new Type.OptionalOf(Simple.STRING),
        origin);
  }

  /** Labels and annotations: a resource without any has an empty map. */
  private static Expr texts(Expr metadata, String name, Origin origin) {
    return new Member(
        metadata, key(name, origin), Presence.DEFAULTED, new MapOf(Simple.STRING), origin);
  }

  /** Whether a resource has a label with a value. */
  static Expr hasLabel(Expr resource, String key, String value, Origin origin) {
    Expr label =
        new Member(
            texts(metadata(resource, origin), "labels", origin),
            key(key, origin),
            Presence.OPTIONAL,
            new Type.OptionalOf(Simple.STRING),
            origin);
    return new Expr.Comparison(Expr.Relation.EQUAL, label, key(value, origin), origin);
  }

  /** The name, namespace or reference of a resource. */
  static Expr identity(Expr resource, String word, Origin origin) {
    return resource.type().present() instanceof Type.Struct(Shape shape)
        ? read(resource, shape, word, origin).orElseThrow()
        : new Expr.Invalid(origin);
  }

  /** {@code Deployment shop/storefront}. */
  private static Expr reference(Expr resource, Origin origin) {
    Expr namespace = namespace(resource, origin);
    Expr prefix =
        new Expr.Conditional(
            new Expr.Present(namespace, origin),
            new Expr.Text(List.of(namespace, key("/", origin)), origin),
            key("", origin),
            origin);
    return new Expr.Text(
        List.of(
            text(resource, "kind", Presence.REQUIRED, origin),
            key(" ", origin),
            prefix,
            text(metadata(resource, origin), "name", Presence.REQUIRED, origin)),
        origin);
  }

  private static Expr allContainers(Expr pod, Shape shape, Origin origin) {
    Type specType = specType(shape);
    Expr spec = new Member(pod, key("spec", origin), Presence.REQUIRED, specType, origin);
    Type container = container(specType);
    List<Expr> lists = new ArrayList<>();
    for (String list : CONTAINER_LISTS) {
      lists.add(
          new Member(
              spec,
              key(list, origin),
              Presence.OPTIONAL,
              new Type.OptionalOf(new ListOf(container)),
              origin));
    }
    return new Expr.Joined(lists, container, origin);
  }

  private static Type specType(Shape shape) {
    return shape.field("spec").map(Shape.Field::type).orElse(Simple.ANY);
  }

  private static Type container(Type podSpec) {
    return podSpec instanceof Type.Struct(Shape shape)
            && shape.field(CONTAINER_LISTS.getFirst()).map(Shape.Field::type).orElse(Simple.ANY)
                instanceof ListOf(Type element)
        ? element
        : Simple.ANY;
  }
}
