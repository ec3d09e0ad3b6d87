package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A stretch of a source file as ANTLR reads it. Positions are offsets of the whole file in UTF-16
 * units, so that tokens of an interpolation stand where they stand in the file.
 */
final class SourceCharStream implements CharStream {

  private final SourceFile file;
  private final String text;
  private final int end;
  private int position;

  SourceCharStream(SourceFile file, int start, int end) {
    this.file = file;
    this.text = file.text();
    this.position = start;
    this.end = end;
  }

  /** The text of the whole file. */
  String text() {
    return text;
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int LA(int distance) {
    int at = distance > 0 ? position + distance - 1 : position + distance;
    return at < 0 || at >= end ? IntStream.EOF : text.charAt(at);
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return end;
  }

  @Override
  public String getSourceName() {
    return file.name();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, end));
  }
}
