package io.openclustermanagement.placement.cel;

import io.openclustermanagement.placement.cel.NetworkAddress.Cidr;
import io.openclustermanagement.placement.cel.NetworkAddress.Ip;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes functions of quantities, versions, addresses, URLs and formats ({@code
 * apiserver/pkg/cel/library}).
 */
final class KubernetesLibrary {
  private static final String FORMAT_PREFIX = "format.";

  private KubernetesLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    LibraryFunction found = comparison(name);
    found = found == null ? quantity(name) : found;
    found = found == null ? semver(name) : found;
    found = found == null ? address(name) : found;
    found = found == null ? url(name) : found;
    return found == null ? format(name) : found;
  }

  private static EvaluationError none() {
    return EvaluationError.NO_SUCH_OVERLOAD;
  }

  private static LibraryFunction ofText(Function<String, Object> function) {
    return (e, a) -> a[0] instanceof String s ? function.apply(s) : none();
  }

  private static LibraryFunction ofQuantity(Function<QuantityValue, Object> function) {
    return (e, a) -> a[0] instanceof QuantityValue q ? function.apply(q) : none();
  }

  private static LibraryFunction ofSemver(Function<SemverValue, Object> function) {
    return (e, a) -> a[0] instanceof SemverValue v ? function.apply(v) : none();
  }

  private static LibraryFunction ofIp(Predicate<Ip> predicate) {
    return (e, a) -> a[0] instanceof Ip ip ? predicate.test(ip) : none();
  }

  private static LibraryFunction ofUrl(Function<UrlValue, Object> function) {
    return (e, a) -> a[0] instanceof UrlValue url ? function.apply(url) : none();
  }

  private static boolean isValue(Object parsed) {
    return !(parsed instanceof EvaluationError);
  }

  private static @Nullable LibraryFunction comparison(String name) {
    return switch (name) {
      case "isGreaterThan" -> compared(order -> order > 0);
      case "isLessThan" -> compared(order -> order < 0);
      case "compareTo" -> KubernetesLibrary::compareTo;
      default -> null;
    };
  }

  private static LibraryFunction compared(IntPredicate wanted) {
    return (e, a) -> compareTo(e, a) instanceof Long order ? wanted.test(order.intValue()) : none();
  }

  private static Object compareTo(Evaluation evaluation, Object[] a) {
    if (a[0] instanceof QuantityValue p && a[1] instanceof QuantityValue q) {
      return (long) p.compareTo(q);
    }
    return a[0] instanceof SemverValue v && a[1] instanceof SemverValue w
        ? (long) v.compareTo(w)
        : none();
  }

  private static @Nullable LibraryFunction quantity(String name) {
    return switch (name) {
      case "quantity" -> ofText(QuantityValue::parse);
      case "isQuantity" -> ofText(s -> isValue(QuantityValue.parse(s)));
      case "sign" -> ofQuantity(q -> (long) q.amount().unscaled().signum());
      case "isInteger" -> ofQuantity(q -> q.asInteger().isPresent());
      case "asInteger" -> ofQuantity(KubernetesLibrary::asInteger);
      case "asApproximateFloat" -> ofQuantity(q -> q.amount().approximation());
      case "add" -> (e, a) -> plus(a, false);
      case "sub" -> (e, a) -> plus(a, true);
      default -> null;
    };
  }

  private static Object asInteger(QuantityValue quantity) {
    return quantity.asInteger().isPresent()
        ? (Object) quantity.asInteger().getAsLong()
        : new EvaluationError("cannot convert value to integer");
  }

  private static Object plus(Object[] a, boolean negate) {
    QuantityValue other =
        switch (a[1]) {
          case QuantityValue q -> q;
          case Long l -> QuantityValue.of(l);
          default -> null;
        };
    if (!(a[0] instanceof QuantityValue quantity) || other == null) {
      return none();
    }
    return quantity.plus(negate ? other.negated() : other);
  }

  private static @Nullable LibraryFunction semver(String name) {
    return switch (name) {
      case "semver" -> (e, a) -> parseSemver(a);
      case "isSemver" ->
          (e, a) ->
              parseSemver(a) instanceof EvaluationError error && error.equals(none())
                  ? error
                  : (Object) isValue(parseSemver(a));
      case "major" -> ofSemver(SemverValue::major);
      case "minor" -> ofSemver(SemverValue::minor);
      case "patch" -> ofSemver(SemverValue::patch);
      default -> null;
    };
  }

  private static Object parseSemver(Object[] a) {
    return a[0] instanceof String text ? SemverValue.parse(text) : none();
  }

  private static @Nullable LibraryFunction address(String name) {
    return switch (name) {
      case "ip" -> (e, a) -> a[0] instanceof Cidr c ? c.address() : parseIp(a[0]);
      case "isIP" -> ofText(s -> isValue(Ip.parse(s)));
      case "ip.isCanonical" -> ofText(KubernetesLibrary::isCanonical);
      case "family" -> (e, a) -> a[0] instanceof Ip ip ? (ip.isVersion4() ? 4L : 6L) : none();
      case "isUnspecified" -> ofIp(Ip::isUnspecified);
      case "isLoopback" -> ofIp(Ip::isLoopback);
      case "isLinkLocalMulticast" -> ofIp(Ip::isLinkLocalMulticast);
      case "isLinkLocalUnicast" -> ofIp(Ip::isLinkLocalUnicast);
      case "isGlobalUnicast" -> ofIp(Ip::isGlobalUnicast);
      case "cidr" -> ofText(Cidr::parse);
      case "isCIDR" -> ofText(s -> isValue(Cidr.parse(s)));
      case "containsIP" ->
          (e, a) ->
              a[0] instanceof Cidr c && parseIp(a[1]) instanceof Ip ip ? c.contains(ip) : none();
      case "containsCIDR" ->
          (e, a) ->
              a[0] instanceof Cidr c && parseCidr(a[1]) instanceof Cidr d ? c.contains(d) : none();
      case "prefixLength" -> (e, a) -> a[0] instanceof Cidr c ? (long) c.prefixLength() : none();
      case "masked" -> (e, a) -> a[0] instanceof Cidr c ? c.masked() : none();
      default -> null;
    };
  }

  private static Object parseIp(Object value) {
    return switch (value) {
      case String s -> Ip.parse(s);
      case Ip ip -> ip;
      default -> none();
    };
  }

  private static Object parseCidr(Object value) {
    return switch (value) {
      case String s -> Cidr.parse(s);
      case Cidr cidr -> cidr;
      default -> none();
    };
  }

  private static Object isCanonical(String text) {
    Object ip = Ip.parse(text);
    return ip instanceof EvaluationError ? ip : (Object) ip.toString().equals(text);
  }

  private static @Nullable LibraryFunction url(String name) {
    return switch (name) {
      case "url" -> ofText(UrlValue::parse);
      case "isURL" -> ofText(UrlValue::isValid);
      case "getScheme" -> ofUrl(UrlValue::scheme);
      case "getHost" -> ofUrl(url -> UrlValue.fromBytes(url.host()));
      case "getHostname" -> ofUrl(UrlValue::hostname);
      case "getPort" -> ofUrl(UrlValue::port);
      case "getEscapedPath" -> ofUrl(url -> UrlValue.fromBytes(url.escapedPath()));
      case "getQuery" -> ofUrl(UrlValue::query);
      default -> null;
    };
  }

  private static @Nullable LibraryFunction format(String name) {
    if (name.equals("format.named")) {
      return ofText(key -> Optional.ofNullable(FormatValue.named(key)));
    }
    if (name.equals("validate")) {
      return KubernetesLibrary::validate;
    }
    FormatValue format =
        name.startsWith(FORMAT_PREFIX)
            ? FormatValue.named(name.substring(FORMAT_PREFIX.length()))
            : null;
    return format == null ? null : (e, a) -> format;
  }

  private static Object validate(Evaluation evaluation, Object[] a) {
    if (!(a[0] instanceof FormatValue format && a[1] instanceof String text)) {
      return none();
    }
    evaluation.work(text.length());
    List<String> problems = format.problems(text);
    return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
  }
}
