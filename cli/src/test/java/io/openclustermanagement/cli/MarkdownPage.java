package io.openclustermanagement.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A page of documentation with fenced blocks, some of which show what others lead to. */
record MarkdownPage(List<String> lines) {

  /** The languages of blocks that are inputs; {@code text} is what comes of them. */
  private static final Set<String> INPUTS = Set.of("ocm", "yaml");

  /**
   * A fenced block.
   *
   * @param info what stands behind the language: the name of a file, or a command
   */
  record Block(String language, String info, String text) {
    boolean isInput() {
      return INPUTS.contains(language);
    }
  }

  /** Gives the content of an output block. */
  interface Replay {
    /**
     * @param heading the section that the blocks stand in
     * @param inputs the input blocks of the section so far
     */
    String output(String heading, List<Block> inputs, Block output) throws IOException;
  }

  static MarkdownPage read(Path file) throws IOException {
    return new MarkdownPage(Files.readAllLines(file));
  }

  /** The heading of the page. */
  String title() {
    return lines.getFirst().substring("# ".length());
  }

  /** All blocks. */
  List<Block> blocks() throws IOException {
    List<Block> found = new ArrayList<>();
    rewrite(
        block -> {
          found.add(block);
          return block.text();
        });
    return found;
  }

  /** The page with the text of each block replaced. */
  String rewrite(Rewriting rewriting) throws IOException {
    return walk((_, block) -> rewriting.text(block));
  }

  /** Gives the new text of a block. */
  interface Rewriting {
    String text(Block block) throws IOException;
  }

  /** The input blocks of a section. */
  List<Block> blocks(String heading) throws IOException {
    List<Block> found = new ArrayList<>();
    walk(
        (section, block) -> {
          if (section.equals(heading) && block.isInput()) {
            found.add(block);
          }
          return block.text();
        });
    return found;
  }

  /** The page with each {@code text} block filled anew; inputs reach to the end of a section. */
  String replay(Replay replay) throws IOException {
    List<Block> inputs = new ArrayList<>();
    String[] current = {""};
    return walk(
        (section, block) -> {
          if (!section.equals(current[0])) {
            current[0] = section;
            inputs.clear();
          }
          if (block.isInput()) {
            inputs.add(block);
          }
          return block.language().equals("text") && !inputs.isEmpty()
              ? replay.output(section, List.copyOf(inputs), block)
              : block.text();
        });
  }

  private interface Visitor {
    String visit(String section, Block block) throws IOException;
  }

  private String walk(Visitor visitor) throws IOException {
    StringBuilder out = new StringBuilder();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      out.append(line).append('\n');
      if (line.startsWith("## ")) {
        section = line.substring("## ".length());
      } else if (line.startsWith("```")) {
        StringBuilder text = new StringBuilder();
        while (!lines.get(++i).equals("```")) {
          text.append(lines.get(i)).append('\n');
        }
        String result = visitor.visit(section, block(line, text.toString()));
        out.append(result).append(result.isEmpty() || result.endsWith("\n") ? "" : "\n");
        out.append("```\n");
      }
    }
    return out.toString();
  }

  private static Block block(String fence, String text) {
    String[] words = fence.substring("```".length()).split(" ", 2);
    return new Block(words[0], words.length > 1 ? words[1] : "", text);
  }
}
