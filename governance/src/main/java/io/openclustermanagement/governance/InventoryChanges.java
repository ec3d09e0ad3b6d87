package io.openclustermanagement.governance;

/**
 * What is different between two inventories of a cluster.
 *
 * @see Inventory#changesSince
 */
public final class InventoryChanges {
  private final int[] questions;
  private final boolean everything;

  InventoryChanges(int[] sortedQuestions, boolean everything) {
    this.questions = sortedQuestions;
    this.everything = everything;
  }

  /** Whether something that was asked may have another answer now. */
  public boolean touch(InventoryReads reads) {
    return everything || reads.anyIn(questions);
  }
}
