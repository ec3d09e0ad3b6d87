package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects as YAML: reads them with their places, and writes them. */
public final class YamlObjects {
  private YamlObjects() {}

  /** The objects of a file that are of kinds that placements are about. */
  public static List<SourceObject> read(
      SourceFile file, Strictness strictness, List<Diagnostic> diagnostics) {
    List<SourceObject> objects = new ArrayList<>();
    for (Document document : manifests(file, strictness, diagnostics).documents()) {
      if (document instanceof Document.Typed(KubernetesObject object, var positions)) {
        SourceSpan place = span(file, positions.nearest("/metadata/name"));
        objects.add(new SourceObject(object, place, Optional.empty()));
      }
    }
    return objects;
  }

  /** All documents of a file. */
  public static Manifests manifests(
      SourceFile file, Strictness strictness, List<Diagnostic> diagnostics) {
    Manifests manifests = ManifestReader.read(file.name(), file.text());
    manifests.problems().forEach(problem -> diagnostics.add(diagnostic(file, problem, strictness)));
    return manifests;
  }

  /** The objects as a stream of documents. */
  public static String write(List<? extends KubernetesObject> objects) {
    return ManifestWriter.yaml(objects);
  }

  private static Diagnostic diagnostic(SourceFile file, Problem problem, Strictness strictness) {
    Diagnostic.Builder builder =
        severity(problem, strictness) == Severity.ERROR
            ? Diagnostic.error(
                code(problem.kind()), span(file, problem.position()), problem.message())
            : Diagnostic.warning(
                code(problem.kind()), span(file, problem.position()), problem.message());
    if (problem.help() != null) {
      builder.help(problem.help());
    }
    return builder.build();
  }

  private static Severity severity(Problem problem, Strictness strictness) {
    boolean unknown =
        switch (problem.kind()) {
          case UNKNOWN_FIELD, MANIFEST_KIND_UNKNOWN, MANIFEST_VERSION_UNKNOWN -> true;
          default -> false;
        };
    return unknown && strictness == Strictness.FLEET ? Severity.WARNING : Severity.ERROR;
  }

  private static SourceSpan span(SourceFile file, @Nullable Position position) {
    if (position == null) {
      return file.span(0, 0);
    }
    int length = file.text().length();
    int start = Math.min(position.start(), length);
    return file.span(start, Math.clamp(position.end(), start, length));
  }

  private static Code code(Problem.Kind kind) {
    return switch (kind) {
      case UNKNOWN_FIELD -> Code.UNKNOWN_FIELD;
      case YAML_SYNTAX -> Code.YAML_SYNTAX;
      case YAML_ENCODING -> Code.YAML_ENCODING;
      case YAML_TAB -> Code.YAML_TAB;
      case YAML_ALIASES -> Code.YAML_ALIASES;
      case YAML_NESTING -> Code.YAML_NESTING;
      case YAML_TOO_LARGE -> Code.YAML_TOO_LARGE;
      case YAML_TOO_MANY_DOCUMENTS -> Code.YAML_TOO_MANY_DOCUMENTS;
      case YAML_DUPLICATE_KEY -> Code.YAML_DUPLICATE_KEY;
      case MANIFEST_NOT_AN_OBJECT -> Code.MANIFEST_NOT_AN_OBJECT;
      case MANIFEST_KIND_MISSING -> Code.MANIFEST_KIND_MISSING;
      case MANIFEST_KIND_UNKNOWN -> Code.MANIFEST_KIND_UNKNOWN;
      case MANIFEST_VERSION_UNKNOWN -> Code.MANIFEST_VERSION_UNKNOWN;
      case FIELD_MISSING -> Code.FIELD_MISSING;
      case FIELD_TYPE -> Code.FIELD_TYPE;
      case FIELD_ENUM -> Code.FIELD_ENUM;
      case FIELD_PATTERN -> Code.FIELD_PATTERN;
      case FIELD_RANGE -> Code.FIELD_RANGE;
      case FIELD_LENGTH -> Code.FIELD_LENGTH;
      case FIELD_ITEMS -> Code.FIELD_ITEMS;
      case FIELD_QUANTITY -> Code.FIELD_QUANTITY;
      case FIELD_TIME -> Code.FIELD_TIME;
      case ITEM_DUPLICATE -> Code.ITEM_DUPLICATE;
      case FIELD_CONFLICT -> Code.FIELD_CONFLICT;
    };
  }
}
