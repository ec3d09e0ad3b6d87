package io.openclustermanagement.compiler;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with YAML files, as diagnostics. */
public final class Problems {
  private Problems() {}

  /** A problem of a file as a finding. */
  public static Diagnostic diagnostic(SourceFile file, Problem problem, Severity severity) {
    SourceSpan span = span(file, problem.position());
    Code code = code(problem.kind());
    Diagnostic.Builder builder =
        severity == Severity.ERROR
            ? Diagnostic.error(code, span, problem.message())
            : Diagnostic.warning(code, span, problem.message());
    if (problem.help() != null) {
      builder.help(begun(problem.help()));
    }
    return builder.build();
  }

  /** Help of a problem is a sentence; that of a diagnostic follows the word {@code help:}. */
  private static String begun(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** A stretch of a file. */
  public static SourceSpan span(SourceFile file, @Nullable Position position) {
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
